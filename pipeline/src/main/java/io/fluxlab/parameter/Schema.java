package io.fluxlab.parameter;

import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A record type as the description of an input. Reads plain values (maps, lists, numbers, texts: what JSON gives) into
 * the record, finding everything that is wrong at once, and describes itself as JSON Schema. Immutable; thread-safe.
 *
 * @param <R> the record
 */
public final class Schema<R extends Record> {

    private final String owner;
    private final Class<R> type;
    private final List<RecordComponent> components;
    private final List<Field> fields;

    private Schema(String owner, Class<R> type, @Nullable R defaults) {
        this.owner = owner;
        this.type = type;
        this.components = List.of(type.getRecordComponents());
        this.fields = components.stream()
                .map(component -> Field.of(component, defaults == null ? null : read(component, defaults)))
                .toList();
    }

    /** A schema in which every field has a default. {@code owner} is whose parameters these are, for messages. */
    public static <R extends Record> Schema<R> withDefaults(String owner, R defaults) {
        @SuppressWarnings("unchecked")
        Class<R> type = (Class<R>) defaults.getClass();
        return new Schema<>(owner, type, defaults);
    }

    /** A schema in which every field is required that is not {@link Nullable}. */
    public static <R extends Record> Schema<R> of(String owner, Class<R> type) {
        return new Schema<>(owner, type, null);
    }

    /** The fields' names, in order. */
    public List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    /**
     * Reads the record.
     *
     * @throws InvalidRequestException naming every unknown name, missing field, wrong type and value out of range
     */
    public R read(Map<String, ?> values) {
        return tryRead(values).orThrow();
    }

    /** What is wrong, and what is left where the fields that are wrong are taken for fields that were not given. */
    public Reading<R> tryRead(Map<String, ?> values) {
        List<FieldError> errors = new ArrayList<>();
        for (String name : values.keySet()) {
            if (!names().contains(name)) {
                String message = "%s: no such parameter of %s%s"
                        .formatted(Names.shortened(name), owner, Names.hint(name, names()));
                errors.add(new FieldError(name, values.get(name), message));
            }
        }
        Reader reader = new Reader(errors);
        Object[] arguments =
                fields.stream().map(field -> argument(field, values, reader)).toArray();
        boolean isWhole = IntStream.range(0, arguments.length)
                .allMatch(i -> arguments[i] != null || !fields.get(i).required());
        if (!isWhole) {
            return new Reading<>(errors, Optional.empty());
        }
        try {
            return new Reading<>(errors, Optional.of(construct(arguments)));
        } catch (InvalidRequestException e) {
            return new Reading<>(errors.isEmpty() ? e.fields() : errors, Optional.empty());
        }
    }

    /** What is wrong with a record that was made otherwise than by reading it. */
    public List<FieldError> mistakes(R record) {
        return tryRead(write(record)).errors();
    }

    /** The record as plain values, as {@link #read(Map)} takes them; fields that are null are left out. */
    public Map<String, Object> write(R record) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            Object value = read(component, record);
            if (value != null) {
                values.put(component.getName(), plain(value));
            }
        }
        return values;
    }

    /** The JSON Schema (draft 2020-12) of the record, as plain values. */
    public Map<String, Object> jsonSchema() {
        return JsonSchema.of(fields);
    }

    List<Field> fields() {
        return fields;
    }

    private @Nullable Object argument(Field field, Map<String, ?> values, Reader reader) {
        Object value = values.get(field.name());
        if (value == null) {
            if (field.required()) {
                reader.report(field.name(), null, field.name() + " is missing: " + field.description());
            }
            return field.defaultValue();
        }
        Object read = reader.read(field, value);
        return read == null ? field.defaultValue() : read;
    }

    private R construct(@Nullable Object[] arguments) {
        try {
            Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException("the record " + type + " can't be made", e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the record " + type + " can't be made", e);
        }
    }

    private static @Nullable Object read(RecordComponent component, Record record) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the component " + component + " can't be read", e);
        }
    }

    static Object plain(Object value) {
        if (value instanceof Enum<?> constant) {
            return FieldType.id(constant);
        }
        if (value instanceof Double number && number == number.longValue()) {
            return number.longValue();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Schema::plain).toList();
        }
        if (value instanceof Record record) {
            Map<String, Object> values = new LinkedHashMap<>();
            Arrays.stream(record.getClass().getRecordComponents()).forEach(component -> {
                Object part = read(component, record);
                if (part != null) {
                    values.put(component.getName(), plain(part));
                }
            });
            return values;
        }
        return value;
    }
}
