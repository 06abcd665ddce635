package io.fluxlab.parameter;

import io.fluxlab.error.FieldErrors;
import io.fluxlab.parameter.FieldType.Choice;
import io.fluxlab.parameter.FieldType.Decimal;
import io.fluxlab.parameter.FieldType.Free;
import io.fluxlab.parameter.FieldType.ListOf;
import io.fluxlab.parameter.FieldType.Nested;
import io.fluxlab.parameter.FieldType.Text;
import io.fluxlab.parameter.FieldType.Truth;
import io.fluxlab.parameter.FieldType.Whole;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns plain values into typed ones and collects what is wrong with them. Not thread-safe: one per request. */
final class Reader {

    /** Whatever is longer is written as an object. */
    private static final int MOST_TEXT_FORM = 1_000;

    private final FieldErrors errors;

    Reader(FieldErrors errors) {
        this.errors = errors;
    }

    void report(String field, @Nullable Object value, String message) {
        errors.add(field, value, message);
    }

    @Nullable
    Object read(Field field, Object value) {
        return read(field.name(), field.description(), field.type(), value);
    }

    private @Nullable Object read(String name, String description, FieldType type, Object value) {
        return switch (type) {
            case Whole whole -> whole(name, description, whole, value);
            case Decimal decimal -> decimal(name, description, decimal, value);
            case Truth ignored -> truth(name, description, value);
            case Text text -> text(name, description, text, value);
            case Choice choice -> choice(name, description, choice, value);
            case Nested nested -> nested(name, description, nested, value);
            case ListOf list -> list(name, description, list, value);
            case Free ignored -> value instanceof Map ? value : wrong(name, description, "an object", value);
        };
    }

    private @Nullable Object whole(String name, String description, Whole type, Object value) {
        Optional<BigInteger> number = WholeNumber.of(TextValue.number(value));
        if (number.isEmpty()) {
            return wrong(name, description, "a whole number" + type.bounds(), value);
        }
        if (number.get().compareTo(BigInteger.valueOf(type.max())) > 0) {
            return wrong(name, description, "between " + type.min() + " and " + type.max(), value);
        }
        if (number.get().compareTo(BigInteger.valueOf(type.min())) < 0) {
            return wrong(name, description, type.bounds().trim(), value);
        }
        long given = number.get().longValueExact();
        if (type.narrow()) {
            return (int) given;
        }
        return given;
    }

    private @Nullable Object truth(String name, String description, Object value) {
        Object truth = TextValue.truth(value);
        return truth instanceof Boolean ? truth : wrong(name, description, "true or false", value);
    }

    private @Nullable Object text(String name, String description, Text type, Object value) {
        return value instanceof String text && text.length() <= type.max()
                ? text
                : wrong(name, description, "a text" + type.length(), value);
    }

    private @Nullable Object decimal(String name, String description, Decimal type, Object value) {
        if (TextValue.number(value) instanceof Number number
                && number.doubleValue() >= type.min()
                && number.doubleValue() <= type.max()) {
            return number.doubleValue();
        }
        return wrong(name, description, "a number" + bounds(type), value);
    }

    private static String bounds(Decimal type) {
        if (Double.isInfinite(type.max())) {
            return Double.isInfinite(type.min()) ? "" : " of at least " + Schema.plain(type.min());
        }
        return " between " + Schema.plain(type.min()) + " and " + Schema.plain(type.max());
    }

    private @Nullable Object choice(String name, String description, Choice type, Object value) {
        int index = value instanceof String id ? type.ids().indexOf(id) : -1;
        if (index >= 0) {
            return type.constants().get(index);
        }
        String nearest = Names.nearest(Shown.beginning(value, Names.MOST_SHOWN), type.ids())
                .map(id -> "; did you mean " + id + "?")
                .orElse("");
        return wrong(name, description, "one of " + String.join(", ", type.ids()), value, nearest);
    }

    private @Nullable Object list(String name, String description, ListOf type, Object value) {
        if (value instanceof String text && type.element() instanceof Nested) {
            return list(name, description, type, List.of((Object[]) text.split(",")));
        }
        if (!(value instanceof List<?> given)) {
            return wrong(name, description, "a list", value);
        }
        if (given.size() < type.min() || given.size() > type.max()) {
            String message = "%s must be a list of %s, was one of %d (%s)"
                    .formatted(name, type.length(), given.size(), description);
            report(name, value, message);
            return null;
        }
        int errorsBefore = errors.count();
        List<@Nullable Object> read = new ArrayList<>(given.size());
        for (int i = 0; i < given.size() && !errors.isFull(); i++) {
            Object element = given.get(i);
            read.add(read(name + "[" + i + "]", description, type.element(), element == null ? "null" : element));
        }
        return errors.count() == errorsBefore && !errors.isFull() ? read : null;
    }

    private @Nullable Object nested(String name, String description, Nested type, Object value) {
        if (value instanceof Map<?, ?> map) {
            Reading<?> reading = type.schema().tryRead(name, map);
            reading.errors().forEach(error -> errors.add(error.under(name)));
            return reading.errors().isEmpty() ? reading.rest().orElse(null) : null;
        }
        if (!type.type().hasTextForm() || value instanceof List) {
            return wrong(name, description, "an object", value);
        }
        return textForm(name, description, type.type(), value);
    }

    private @Nullable Object textForm(String name, String description, RecordType<?> type, Object value) {
        if (Shown.isLongerThan(MOST_TEXT_FORM, value)) {
            return wrong(name, description, "an object or a text of at most " + MOST_TEXT_FORM + " characters", value);
        }
        try {
            return type.parse(String.valueOf(value).strip());
        } catch (RuntimeException e) {
            return wrong(name, description, String.valueOf(e.getMessage()), value);
        }
    }

    private @Nullable Object wrong(String name, String description, String right, Object value) {
        return wrong(name, description, right, value, "");
    }

    private @Nullable Object wrong(String name, String description, String right, Object value, String hint) {
        report(
                name,
                value,
                "%s must be %s, was %s (%s)%s".formatted(name, right, Shown.briefly(value), description, hint));
        return null;
    }
}
