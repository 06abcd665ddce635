package io.fluxlab.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.std.UntypedObjectDeserializer;
import java.io.IOException;
import java.math.BigInteger;

/**
 * Values of an open type, with whole numbers as longs or, where none holds them, as they are: an item may be larger than
 * any long. Thread-safe.
 */
final class WholeNumbers extends UntypedObjectDeserializer {

    private static final long serialVersionUID = 1L;

    WholeNumbers() {
        super((JavaType) null, (JavaType) null);
    }

    @Override
    protected Object _coerceIntegral(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.getNumberType() != NumberType.BIG_INTEGER) {
            return parser.getLongValue();
        }
        BigInteger number = parser.getBigIntegerValue(); // CBOR may write any number as a big one
        return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number;
    }
}
