package io.fluxlab.parameter;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Which values a field takes: its JSON Schema in words and in keys. */
sealed interface FieldType {

    static FieldType of(Type type, Param param) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return new ListOf(of(generic.getActualTypeArguments()[0], UNBOUNDED), param.min(), param.max());
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
            return new Free();
        }
        if (type instanceof Class<?> plain) {
            return ofClass(plain, param);
        }
        throw new IllegalArgumentException("no parameter can be of " + type);
    }

    private static FieldType ofClass(Class<?> type, Param param) {
        if (type == int.class || type == Integer.class) {
            long least = Math.max(param.min(), Integer.MIN_VALUE);
            long most = Math.min(param.max(), Integer.MAX_VALUE);
            return new Whole(least, most, true);
        }
        if (type == long.class || type == Long.class) {
            return new Whole(param.min(), param.max(), false);
        }
        if (type == double.class || type == Double.class) {
            return new Decimal(param.least(), param.most());
        }
        if (type == boolean.class || type == Boolean.class) {
            return new Truth();
        }
        if (type == String.class) {
            return new Text(param.max());
        }
        if (type.isEnum()) {
            return new Choice(
                    Arrays.stream(type.getEnumConstants()).map(Enum.class::cast).toList());
        }
        if (type.isRecord()) {
            return Nested.of(type.asSubclass(Record.class));
        }
        throw new IllegalArgumentException("no parameter can be of " + type);
    }

    /** The id of an enum constant on the wire: {@code PBKDF2_SHA256} is {@code pbkdf2-sha256}. */
    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A whole number between two bounds, both allowed. */
    record Whole(long min, long max, boolean narrow) implements FieldType {

        /** The bounds that were set, with a space before them; those of the type itself go without saying. */
        String bounds() {
            boolean low = min > (narrow ? Integer.MIN_VALUE : Long.MIN_VALUE);
            boolean high = max < (narrow ? Integer.MAX_VALUE : Long.MAX_VALUE);
            if (low && high) {
                return " between " + min + " and " + max;
            }
            return low ? " at least " + min : high ? " at most " + max : "";
        }
    }

    /** A number that may have a fraction, between two bounds, both allowed. */
    record Decimal(double min, double max) implements FieldType {}

    /** True or false. */
    record Truth() implements FieldType {}

    /** A text, with a bound on its length in characters. */
    record Text(long max) implements FieldType {

        String length() {
            return max == Long.MAX_VALUE ? "" : " of at most " + max + " characters";
        }
    }

    /** One of a few ids. */
    @SuppressWarnings("rawtypes")
    record Choice(List<Enum> constants) implements FieldType {
        List<String> ids() {
            return constants.stream().map(constant -> id((Enum<?>) constant)).toList();
        }
    }

    /** An object with fields of its own. */
    record Nested(Schema<?> schema, RecordType<?> type) implements FieldType {

        static Nested of(Class<? extends Record> type) {
            return new Nested(Schema.of(type.getSimpleName(), type), RecordType.of(type));
        }
    }

    /** A list, with bounds on its length. */
    record ListOf(FieldType element, long min, long max) implements FieldType {

        String length() {
            long least = Math.max(0, min);
            return max == Long.MAX_VALUE ? "at least " + least + " elements" : least + " to " + max + " elements";
        }
    }

    /** An object that somebody else checks. */
    record Free() implements FieldType {}

    /** Bounds that allow everything. */
    Param UNBOUNDED = Unbounded.class.getRecordComponents()[0].getAnnotation(Param.class);

    /** Carries {@link #UNBOUNDED}. */
    record Unbounded(@Param("an element") int element) {}
}
