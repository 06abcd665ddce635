package io.fluxlab.wire;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.io.IOContext;
import com.fasterxml.jackson.core.sym.ByteQuadsCanonicalizer;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORFactoryBuilder;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * CBOR whose big numbers are those of RFC 8949, section 3.4.3: the bytes of tag 2 are a number without a sign, those of tag 3
 * one that is subtracted from -1. Jackson takes the first bit of tag 2 for a sign, and has an encoding of its own for negative
 * ones. Thread-safe.
 */
final class CborFactory extends CBORFactory {

    private static final long serialVersionUID = 1L;

    private CborFactory(CBORFactoryBuilder builder) {
        super(builder);
    }

    static CBORFactory create() {
        return new Builder(new CBORFactory())
                .enable(CBORGenerator.Feature.ENCODE_USING_STANDARD_NEGATIVE_BIGINT_ENCODING)
                .build();
    }

    @Override
    public CBORFactoryBuilder rebuild() {
        return new Builder(this);
    }

    @Override
    protected CBORParser _createParser(InputStream in, IOContext context) {
        return parser(context, in, context.allocReadIOBuffer(), 0, 0);
    }

    @Override
    protected CBORParser _createParser(byte[] data, int offset, int length, IOContext context) {
        return parser(context, null, data, offset, offset + length);
    }

    private Parser parser(IOContext context, @Nullable InputStream in, byte[] buffer, int from, int to) {
        return new Parser(
                context,
                _parserFeatures,
                _formatParserFeatures,
                getCodec(),
                _byteSymbolCanonicalizer.makeChildOrPlaceholder(_factoryFeatures),
                in,
                buffer,
                from,
                to);
    }

    private static final class Builder extends CBORFactoryBuilder {

        Builder(CBORFactory base) {
            super(base);
        }

        @Override
        public CBORFactory build() {
            return new CborFactory(this);
        }
    }

    private static final class Parser extends CBORParser {

        private static final int POSITIVE = 2;
        private static final int NEGATIVE = 3;

        /** @param in null where all bytes are in the buffer, which is the caller's then */
        Parser(
                IOContext context,
                int features,
                int formatFeatures,
                @Nullable ObjectCodec codec,
                ByteQuadsCanonicalizer symbols,
                @Nullable InputStream in,
                byte[] buffer,
                int from,
                int to) {
            super(context, features, formatFeatures, codec, symbols, in, buffer, from, to, in != null);
        }

        @Override
        protected JsonToken _handleTaggedBinary(TagList tags) throws IOException {
            boolean isPositive = tags.contains(POSITIVE);
            boolean isNegative = !isPositive && tags.contains(NEGATIVE);
            JsonToken token =
                    super._handleTaggedBinary(tags); // which checks that it is not too long, and forgets the tags
            if (isPositive || isNegative) {
                BigInteger number = new BigInteger(1, _binaryValue);
                _numberBigInt = isPositive ? number : number.not(); // which is -1 - number
            }
            return token;
        }
    }
}
