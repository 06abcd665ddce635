package io.fluxlab.parameter;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How records of a type are made and taken apart, looked up once for each type. Immutable; thread-safe. */
final class RecordType<R extends Record> {

    private static final ClassValue<RecordType<?>> KNOWN = new ClassValue<>() {
        @Override
        protected RecordType<?> computeValue(Class<?> type) {
            return new RecordType<>(type.asSubclass(Record.class));
        }
    };

    private final Class<R> type;
    private final List<RecordComponent> components;
    private final Constructor<R> constructor;
    private final Optional<Method> textForm;

    private RecordType(Class<R> type) {
        this.type = type;
        this.components = List.of(type.getRecordComponents());
        this.components.forEach(component -> component.getAccessor().setAccessible(true));
        this.constructor = constructor(type, components);
        this.textForm = textForm(type);
    }

    @SuppressWarnings("unchecked")
    static <R extends Record> RecordType<R> of(Class<R> type) {
        return (RecordType<R>) KNOWN.get(type);
    }

    private static <R extends Record> Constructor<R> constructor(Class<R> type, List<RecordComponent> components) {
        Class<?>[] types = components.stream().map(RecordComponent::getType).toArray(Class<?>[]::new);
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the record " + type + " can't be made", e);
        }
    }

    private static Optional<Method> textForm(Class<?> type) {
        Optional<Method> parse = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals("parse") && method.getParameterCount() == 1)
                .findFirst();
        parse.ifPresent(method -> method.setAccessible(true));
        return parse;
    }

    List<RecordComponent> components() {
        return components;
    }

    /** Whether a text may stand for a record: a static {@code parse(String)} says in its exception what would be right. */
    boolean hasTextForm() {
        return textForm.isPresent();
    }

    /** The record that a text stands for; fails as its {@code parse} does. */
    Object parse(String text) {
        try {
            return textForm.orElseThrow().invoke(null, text);
        } catch (InvocationTargetException e) {
            throw rethrown(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the text form of " + type + " can't be read", e);
        }
    }

    /** A record; fails as its constructor does. */
    R construct(@Nullable Object[] arguments) {
        try {
            return constructor.newInstance(arguments);
        } catch (InvocationTargetException e) {
            throw rethrown(e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the record " + type + " can't be made", e);
        }
    }

    private RuntimeException rethrown(InvocationTargetException e) {
        return e.getCause() instanceof RuntimeException cause
                ? cause
                : new IllegalStateException("the record " + type + " can't be made", e);
    }

    @Nullable
    Object get(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the component " + component + " can't be read", e);
        }
    }
}
