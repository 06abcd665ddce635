package io.fluxlab.process.message;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectMapper.DefaultTyping;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Items of any type as CBOR, by their fields. Where a field's type says nothing, the value's own is written with it: both
 * sides are the same program and have shown that they are parent and child, so that types by name are safe.
 */
final class ItemTypes {

    private static final ObjectMapper MAPPER = JsonMapper.builder(CBORFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE) // who sends it has its own limit
                            .build())
                    .build())
            .visibility(PropertyAccessor.ALL, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .activateDefaultTyping(
                    BasicPolymorphicTypeValidator.builder()
                            .allowIfSubType(Object.class)
                            .build(),
                    DefaultTyping.JAVA_LANG_OBJECT)
            .addModule(Faithfulness.module())
            .build();

    private ItemTypes() {}

    /** The type that an item is read as: what the platform's collections are made of is their own business. */
    static Class<?> of(Object item) {
        return switch (item) {
            case List<?> list -> List.class;
            case Set<?> set -> Set.class;
            case Map<?, ?> map -> Map.class;
            case Enum<?> constant -> constant.getDeclaringClass();
            default -> item.getClass();
        };
    }

    static byte[] write(Class<?> type, Object item) throws JsonProcessingException {
        return MAPPER.writerFor(type).writeValueAsBytes(item);
    }

    /** Writes what can be read again, after whatever is there. */
    static void copy(Class<?> type, Object item, OutputStream out) throws IOException {
        MAPPER.writerFor(type).without(JsonGenerator.Feature.AUTO_CLOSE_TARGET).writeValue(out, item);
    }

    static Object read(Class<?> type, InputStream bytes) throws IOException {
        return MAPPER.readerFor(type).readValue(bytes);
    }
}
