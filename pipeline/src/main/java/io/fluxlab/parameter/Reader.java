package io.fluxlab.parameter;

import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.parameter.FieldType.Choice;
import io.fluxlab.parameter.FieldType.Decimal;
import io.fluxlab.parameter.FieldType.Free;
import io.fluxlab.parameter.FieldType.ListOf;
import io.fluxlab.parameter.FieldType.Nested;
import io.fluxlab.parameter.FieldType.Text;
import io.fluxlab.parameter.FieldType.Truth;
import io.fluxlab.parameter.FieldType.Whole;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns plain values into typed ones and collects what is wrong with them. Not thread-safe: one per request. */
final class Reader {

    private final List<FieldError> errors;

    Reader(List<FieldError> errors) {
        this.errors = errors;
    }

    void report(String field, @Nullable Object value, String message) {
        errors.add(new FieldError(field, value, message));
    }

    @Nullable
    Object read(Field field, Object value) {
        return read(field.name(), field.description(), field.type(), value);
    }

    private @Nullable Object read(String name, String description, FieldType type, Object value) {
        return switch (type) {
            case Whole whole -> whole(name, description, whole, value);
            case Decimal decimal -> decimal(name, description, decimal, value);
            case Truth ignored -> value instanceof Boolean ? value : wrong(name, description, "true or false", value);
            case Text ignored -> value instanceof String ? value : wrong(name, description, "a text", value);
            case Choice choice -> choice(name, description, choice, value);
            case Nested nested -> nested(name, description, nested, value);
            case ListOf list -> list(name, description, list, value);
            case Free ignored -> value instanceof Map ? value : wrong(name, description, "an object", value);
        };
    }

    private @Nullable Object whole(String name, String description, Whole type, Object value) {
        Optional<BigDecimal> number = wholeNumber(value);
        if (number.isEmpty()) {
            return wrong(name, description, "a whole number" + type.bounds(), value);
        }
        if (number.get().compareTo(BigDecimal.valueOf(type.max())) > 0) {
            return wrong(name, description, "between " + type.min() + " and " + type.max(), value);
        }
        if (number.get().compareTo(BigDecimal.valueOf(type.min())) < 0) {
            return wrong(name, description, type.bounds().trim(), value);
        }
        long given = number.get().longValueExact();
        if (type.narrow()) {
            return (int) given;
        }
        return given;
    }

    /** Exact, and never written out: a number of a few characters may have a billion digits. */
    private static Optional<BigDecimal> wholeNumber(Object value) {
        if (!(value instanceof Number)) {
            return Optional.empty();
        }
        try {
            BigDecimal exact = new BigDecimal(value.toString());
            return exact.stripTrailingZeros().scale() <= 0 ? Optional.of(exact) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private @Nullable Object decimal(String name, String description, Decimal type, Object value) {
        if (value instanceof Number number
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
        String nearest = Names.nearest(String.valueOf(value), type.ids())
                .map(id -> "; did you mean " + id + "?")
                .orElse("");
        return wrong(name, description, "one of " + String.join(", ", type.ids()), value, nearest);
    }

    private @Nullable Object list(String name, String description, ListOf type, Object value) {
        if (value instanceof String text && type.element() instanceof Nested) {
            return list(name, description, type, List.of((Object[]) text.trim().split("\\s*,\\s*")));
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
        int errorsBefore = errors.size();
        List<@Nullable Object> read = new ArrayList<>(given.size());
        for (int i = 0; i < given.size(); i++) {
            Object element = given.get(i);
            read.add(read(name + "[" + i + "]", description, type.element(), element == null ? "null" : element));
        }
        return errors.size() == errorsBefore ? read : null;
    }

    private @Nullable Object nested(String name, String description, Nested type, Object value) {
        try {
            if (value instanceof Map<?, ?> map) {
                Map<String, Object> values = new LinkedHashMap<>();
                map.forEach((key, part) -> values.put(String.valueOf(key), part));
                return Schema.of(name, type.type()).read(values);
            }
            Optional<Method> parse = textForm(type.type());
            if (parse.isPresent() && !(value instanceof List)) {
                return parse.get().invoke(null, String.valueOf(value));
            }
            return wrong(name, description, "an object", value);
        } catch (InvalidRequestException e) {
            e.fields().forEach(error -> errors.add(error.under(name)));
            return null;
        } catch (InvocationTargetException e) {
            return wrong(
                    name, description, String.valueOf(e.getTargetException().getMessage()), value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the text form of " + type.type() + " can't be read", e);
        }
    }

    /** A record may have a text form: a static {@code parse(String)} that says in its exception what would be right. */
    private static Optional<Method> textForm(Class<? extends Record> type) throws ReflectiveOperationException {
        for (Method method : type.getDeclaredMethods()) {
            if (method.getName().equals("parse") && method.getParameterCount() == 1) {
                method.setAccessible(true);
                return Optional.of(method);
            }
        }
        return Optional.empty();
    }

    private @Nullable Object wrong(String name, String description, String right, Object value) {
        return wrong(name, description, right, value, "");
    }

    private @Nullable Object wrong(String name, String description, String right, Object value, String hint) {
        report(name, value, "%s must be %s, was %s (%s)%s".formatted(name, right, shown(value), description, hint));
        return null;
    }

    private static String shown(Object value) {
        return Names.shortened(value instanceof String ? "\"" + value + "\"" : String.valueOf(value));
    }
}
