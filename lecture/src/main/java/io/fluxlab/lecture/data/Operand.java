package io.fluxlab.lecture.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.parameter.Names;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What {@code +} takes: an integer of any size, a string or a list. {@code +} adds integers and joins strings and lists,
 * as in Python. Immutable.
 */
sealed interface Operand {

    /** Reads the notation of JSON, which for these is Python's; empty where it is none of the three. */
    static Optional<Operand> parse(String text) {
        return switch (Json.read(text)) {
            case BigInteger number -> Optional.of(new Whole(number));
            case String string -> Optional.of(new Text(string));
            case List<?> elements -> elements.contains(null) ? Optional.empty() : Optional.of(new Elements(elements));
            default -> Optional.empty();
        };
    }

    /** The value, as it is written in JSON. */
    String literal();

    /** Its type, as errors name it. */
    String type();

    /** The value, as items carry it: see {@link Added}. */
    Object shown();

    /**
     * {@code this + other}.
     *
     * @throws InvalidRequestException where they are of different types
     */
    Operand plus(Operand other);

    private InvalidRequestException mixed(Operand other) {
        return new InvalidRequestException(
                "mixed-types",
                "%s + %s: both operands of + must be of one type, was %s + %s"
                        .formatted(type(), other.type(), Names.shortened(literal()), Names.shortened(other.literal())),
                List.of());
    }

    /** An integer, of any size. */
    record Whole(BigInteger value) implements Operand {
        @Override
        public Object shown() {
            return Json.shown(value);
        }

        @Override
        public String literal() {
            return value.toString();
        }

        @Override
        public String type() {
            return "integer";
        }

        @Override
        public Operand plus(Operand other) {
            if (other instanceof Whole whole) {
                return new Whole(value.add(whole.value));
            }
            throw ((Operand) this).mixed(other);
        }
    }

    // tag::text[]
    /** A string. */
    record Text(String value) implements Operand {
        @Override
        public Object shown() {
            return value;
        }

        @Override
        public String literal() {
            return Json.write(value);
        }

        @Override
        public String type() {
            return "string";
        }

        @Override
        public Operand plus(Operand other) {
            if (other instanceof Text text) {
                return new Text(value + text.value);
            }
            throw ((Operand) this).mixed(other);
        }
    }
    // end::text[]

    /** A list of whatever. */
    record Elements(List<?> value) implements Operand {
        public Elements {
            value = List.copyOf(value);
        }

        @Override
        public Object shown() {
            return value.stream().map(Json::shown).toList();
        }

        @Override
        public String literal() {
            return Json.write(value);
        }

        @Override
        public String type() {
            return "list";
        }

        @Override
        public Operand plus(Operand other) {
            if (other instanceof Elements elements) {
                return new Elements(
                        Stream.concat(value.stream(), elements.value.stream()).toList());
            }
            throw ((Operand) this).mixed(other);
        }
    }

    /** The notation of operands. */
    final class Json {
        private static final JsonMapper MAPPER = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        private Json() {}

        private static Object read(String text) {
            try {
                Object value = MAPPER.readValue(text, Object.class);
                return value == null ? Optional.empty() : value;
            } catch (JsonProcessingException e) {
                return Optional.empty();
            }
        }

        private static Object shown(Object value) {
            if (value instanceof BigInteger number) {
                return number.bitLength() < Long.SIZE ? (Object) number.longValue() : number.toString();
            }
            return value;
        }

        private static String write(Object value) {
            try {
                return MAPPER.writeValueAsString(value);
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a value that was read can't be written", e);
            }
        }
    }
}
