package io.fluxlab.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.parameter.Names;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what strangers send: one object, each of whose names is there once, and no number, name or nesting of a size that
 * costs more to read than to send. Thread-safe.
 */
final class FieldsReader {

    private static final int MOST_DIGITS = 100;
    private static final int MOST_OF_A_NAME = 1_000;
    private static final int MOST_LEVELS = 50;

    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    private final String mimeType;
    private final ObjectReader reader;

    /** Reads values as a mapper does, from parsers of a factory like this. */
    FieldsReader(String mimeType, ObjectMapper mapper, JsonFactory factory) {
        this.mimeType = mimeType;
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNumberLength(MOST_DIGITS)
                .maxNameLength(MOST_OF_A_NAME)
                .maxNestingDepth(MOST_LEVELS)
                .build();
        JsonFactory strict = factory.rebuild()
                .streamReadConstraints(constraints)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES) // what strangers call things would never be forgotten
                .build();
        this.reader = mapper.readerFor(FIELDS).with(strict);
    }

    /**
     * The object's fields. No bytes are no fields.
     *
     * @throws InvalidRequestException where the bytes are not one object
     */
    Map<String, Object> read(byte[] bytes) {
        if (bytes.length == 0) {
            return Map.of();
        }
        try (JsonParser parser = reader.createParser(bytes)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_OBJECT) {
                throw noObject("it is " + kind(first));
            }
            Map<String, Object> fields = reader.readValue(parser);
            if (parser.nextToken() != null) {
                throw noObject("there is more after its end");
            }
            return fields;
        } catch (StreamConstraintsException e) {
            throw noObject("it may hold numbers of up to %d digits, names of up to %d bytes and %d levels"
                    .formatted(MOST_DIGITS, MOST_OF_A_NAME, MOST_LEVELS));
        } catch (JsonProcessingException e) {
            throw noObject(Names.shortened(e.getOriginalMessage()));
        } catch (IOException e) {
            throw noObject(Names.shortened(String.valueOf(e.getMessage())));
        }
    }

    private static String kind(@Nullable JsonToken token) {
        if (token == null) {
            return "empty";
        }
        return switch (token) {
            case START_ARRAY -> "a list";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case VALUE_NULL -> "null";
            default -> "something else";
        };
    }

    private InvalidRequestException noObject(String why) {
        return InvalidRequestException.of("data", null, "the data must be one object in " + mimeType + ": " + why);
    }
}
