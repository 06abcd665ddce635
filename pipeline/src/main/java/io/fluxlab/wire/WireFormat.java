package io.fluxlab.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.fluxlab.error.InvalidRequestException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How data travels: RFC 8259 or RFC 8949, as the connection's set-up says. Where a record leaves the type open, as items
 * and parameters do, whole numbers are read as {@link Long}s where they fit, objects as maps and arrays as lists. Thread-safe.
 */
public enum WireFormat {
    /** RFC 8259. */
    JSON(
            "application/json",
            new JsonFactoryBuilder().rootValueSeparator((String) null).build()),
    /** RFC 8949. */
    CBOR("application/cbor", CborFactory.create());

    private final String mimeType;
    private final ObjectMapper mapper;
    private final FieldsReader fields;

    WireFormat(String mimeType, JsonFactory factory) {
        this.mimeType = mimeType;
        this.mapper = JsonMapper.builder(factory)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .addModule(new SimpleModule().addDeserializer(Object.class, new WholeNumbers()))
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .build();
        this.fields = new FieldsReader(mimeType, mapper, factory);
    }

    /** The mime type that a set-up frame names. */
    public String mimeType() {
        return mimeType;
    }

    /** The format of this mime type. */
    public static Optional<WireFormat> of(String mimeType) {
        String wanted = mimeType.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.mimeType.equals(wanted))
                .findFirst();
    }

    /** A writer of one run's events in this format. */
    public RunEventWriter eventWriter() {
        return new RunEventWriter(this);
    }

    /** A reader of one run's events in this format. */
    public RunEventReader eventReader() {
        return new RunEventReader(this);
    }

    JsonGenerator generator(OutputStream out) throws IOException {
        return mapper.createGenerator(out);
    }

    JsonParser parser(InputStream in) throws IOException {
        return mapper.createParser(in);
    }

    /** A record of this project as bytes. */
    public byte[] write(Object value) {
        try {
            return mapper.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("can't be written as " + mimeType + ": " + value, e);
        }
    }

    /**
     * What was written in another format, in this one: value by value, whatever they are.
     *
     * @throws UncheckedIOException where the bytes are nothing in that format
     */
    public byte[] convert(WireFormat other, byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(2 * bytes.length);
        try (JsonParser from = other.mapper.createParser(bytes);
                JsonGenerator to = mapper.createGenerator(out)) {
            from.nextToken();
            to.copyCurrentStructure(from);
        } catch (IOException e) {
            throw new UncheckedIOException("not in " + other.mimeType, e);
        }
        return out.toByteArray();
    }

    /**
     * The tag of an event, which is the first of its fields; the stream need not be closed.
     *
     * @throws UncheckedIOException where the bytes are no event
     */
    public String type(InputStream event) {
        try (JsonParser parser = mapper.createParser(event)) {
            boolean isEvent = parser.nextToken() == JsonToken.START_OBJECT && "type".equals(parser.nextFieldName());
            String tag = isEvent ? parser.nextTextValue() : null;
            if (tag == null) {
                throw new JsonParseException(parser, "no event");
            }
            return tag;
        } catch (IOException e) {
            throw new UncheckedIOException("no event in " + mimeType, e);
        }
    }

    /**
     * The text in a field of an event, if it has one before the first field that holds others; the stream need not be closed.
     *
     * @throws UncheckedIOException where the bytes are no event
     */
    public Optional<String> text(InputStream event, String field) {
        try (JsonParser parser = mapper.createParser(event)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals(field)) {
                    return value == JsonToken.VALUE_STRING ? Optional.of(parser.getText()) : Optional.empty();
                }
                if (value.isStructStart()) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("no event in " + mimeType, e);
        }
    }

    /** Bytes as a record of this project. */
    public <T> T read(byte[] bytes, Class<T> type) {
        try {
            return mapper.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException("not a " + type.getSimpleName() + " in " + mimeType, e);
        }
    }

    /** Bytes as a record of this project; the stream need not be closed. */
    public <T> T read(InputStream bytes, Class<T> type) {
        try {
            return mapper.readValue(bytes, type);
        } catch (IOException e) {
            throw new UncheckedIOException("not a " + type.getSimpleName() + " in " + mimeType, e);
        }
    }

    /**
     * Bytes as plain values, for a {@link io.fluxlab.parameter.Schema} to read. No bytes are no fields.
     *
     * @throws InvalidRequestException where the bytes are not one object in this format
     */
    public Map<String, Object> readFields(byte[] bytes) {
        return fields.read(bytes);
    }
}
