package io.fluxlab.process.message;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.std.BeanSerializerBase;
import com.fasterxml.jackson.databind.util.ClassUtil;
import java.io.IOException;
import java.io.Serial;

/** Refuses to write what would come back as something else, or not at all. Immutable. */
final class Faithfulness extends BeanSerializerModifier {

    @Serial
    private static final long serialVersionUID = 1L;

    static SimpleModule module() {
        return new SimpleModule("faithfulness").setSerializerModifier(new Faithfulness());
    }

    /**
     * Of the platform's types Jackson knows by heart those that are data. Fields of the others, threads, locks and streams among
     * them, are closed to it, and getters tell only a part.
     */
    @Override
    public JsonSerializer<?> modifySerializer(
            SerializationConfig config, BeanDescription description, JsonSerializer<?> serializer) {
        Class<?> type = description.getBeanClass();
        if (type.isHidden()) {
            return new Refusal("a lambda exists only in the process that has made it");
        }
        boolean isByGetters = serializer instanceof BeanSerializerBase && ClassUtil.isJDKClass(type);
        return isByGetters ? new Refusal("the fields of " + type.getName() + " are not open to others") : serializer;
    }

    /** A key of no known type is written as text. */
    @Override
    public JsonSerializer<?> modifyKeySerializer(
            SerializationConfig config, JavaType type, BeanDescription description, JsonSerializer<?> serializer) {
        return type.isJavaLangObject() ? new TextKey() : serializer;
    }

    private static final class Refusal extends JsonSerializer<Object> {
        private final String reason;

        Refusal(String reason) {
            this.reason = reason;
        }

        @Override
        public void serialize(Object item, JsonGenerator to, SerializerProvider serializers)
                throws JsonMappingException {
            throw JsonMappingException.from(to, reason);
        }

        @Override
        public void serializeWithType(
                Object item, JsonGenerator to, SerializerProvider serializers, TypeSerializer type)
                throws JsonMappingException {
            serialize(item, to, serializers);
        }
    }

    private static final class TextKey extends JsonSerializer<Object> {

        @Override
        public void serialize(Object key, JsonGenerator to, SerializerProvider serializers) throws IOException {
            if (key instanceof String text) {
                to.writeFieldName(text);
            } else {
                throw JsonMappingException.from(
                        to,
                        "a map's key is a %s and would come back as a String; keys of other types need a field that says so"
                                .formatted(key.getClass().getName()));
            }
        }
    }
}
