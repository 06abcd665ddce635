package io.fluxlab.parameter;

import io.fluxlab.error.FieldError;
import io.fluxlab.error.FieldErrors;
import io.fluxlab.error.InvalidRequestException;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final RecordType<R> type;
    private final List<Field> fields;
    private final Set<String> names;

    private Schema(String owner, Class<R> type, @Nullable R defaults) {
        this.owner = owner;
        this.type = RecordType.of(type);
        this.fields = this.type.components().stream()
                .map(component -> Field.of(component, defaults == null ? null : this.type.get(component, defaults)))
                .toList();
        this.names = fields.stream().map(Field::name).collect(Collectors.toCollection(LinkedHashSet::new));
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
        return List.copyOf(names);
    }

    /**
     * Reads the record.
     *
     * @throws InvalidRequestException naming every unknown name, missing field, wrong type and value out of range
     */
    public R read(Map<String, ?> values) {
        return tryRead(values).orThrow();
    }

    /**
     * What is wrong, and what is left where the fields that are wrong are taken for fields that were not given. Nothing is
     * looked for after so many mistakes as {@link FieldErrors} holds.
     */
    public Reading<R> tryRead(Map<String, ?> values) {
        return tryRead(owner, values);
    }

    Reading<R> tryRead(String of, Map<?, ?> values) {
        FieldErrors errors = new FieldErrors();
        findUnknown(of, values, errors);
        Reader reader = new Reader(errors);
        Object[] arguments =
                fields.stream().map(field -> argument(field, values, reader)).toArray();
        boolean isWhole = IntStream.range(0, arguments.length)
                .allMatch(i -> arguments[i] != null || !fields.get(i).isRequired(values));
        if (!isWhole) {
            return new Reading<>(errors.found(), Optional.empty());
        }
        try {
            return new Reading<>(errors.found(), Optional.of(type.construct(arguments)));
        } catch (InvalidRequestException e) {
            if (errors.isEmpty()) {
                errors.addAll(e.fields());
            }
            return new Reading<>(errors.found(), Optional.empty());
        }
    }

    private void findUnknown(String of, Map<?, ?> values, FieldErrors errors) {
        for (Map.Entry<?, ?> value : values.entrySet()) {
            String name = String.valueOf(value.getKey());
            if (!names.contains(name)) {
                String shown = Names.shortened(name);
                String message = "%s: no such parameter of %s%s".formatted(shown, of, Names.hint(name, names));
                errors.add(shown, value.getValue(), message);
            }
            if (errors.isFull()) {
                return;
            }
        }
    }

    /** What is wrong with a record that was made otherwise than by reading it. */
    public List<FieldError> mistakes(R record) {
        return tryRead(write(record)).errors();
    }

    /** The record as plain values, as {@link #read(Map)} takes them; fields that are null are left out. */
    public Map<String, Object> write(R record) {
        return plain(type, record);
    }

    /** The JSON Schema (draft 2020-12) of the record, as plain values. */
    public Map<String, Object> jsonSchema() {
        return JsonSchema.of(fields);
    }

    List<Field> fields() {
        return fields;
    }

    private @Nullable Object argument(Field field, Map<?, ?> values, Reader reader) {
        Object value = values.get(field.name());
        if (value == null) {
            if (field.isRequired(values)) {
                reader.report(field.name(), null, field.name() + " is missing: " + field.description());
            }
            return field.defaultValue();
        }
        Object read = reader.read(field, value);
        return read == null ? field.defaultValue() : read;
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
            return plain(RecordType.of(record.getClass()), record);
        }
        return value;
    }

    private static Map<String, Object> plain(RecordType<?> type, Record record) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : type.components()) {
            Object value = type.get(component, record);
            if (value != null) {
                values.put(component.getName(), plain(value));
            }
        }
        return values;
    }
}
