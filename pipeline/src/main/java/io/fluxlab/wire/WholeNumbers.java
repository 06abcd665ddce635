package io.fluxlab.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.deser.std.UntypedObjectDeserializer;
import java.io.IOException;

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
        return parser.getNumberType() == NumberType.BIG_INTEGER ? parser.getBigIntegerValue() : parser.getLongValue();
    }
}
