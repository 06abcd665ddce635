package io.fluxlab.lecture.assignment.check;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.LongAdder;

/** Looks for static fields through which two calls at the same time could meet. */
final class SharedState {

    private static final List<String> IMMUTABLE = List.of(
            "java.util.ImmutableCollections", "java.util.Collections$Unmodifiable", "java.util.Collections$Empty");

    private SharedState() {}

    /** Throws with {@code static.mutable} or {@code static.holds}, naming the first field that is found. */
    static void check(List<Class<?>> types) throws IllegalAccessException {
        for (Class<?> type : types) {
            for (Field field : type.getDeclaredFields()) {
                if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                    check(field);
                }
            }
        }
    }

    private static void check(Field field) throws IllegalAccessException {
        String name = field.getDeclaringClass().getSimpleName() + "." + field.getName();
        Unmet.unless(Modifier.isFinal(field.getModifiers()), "static.mutable", name);
        field.setAccessible(true);
        Object value = field.get(null);
        if (value != null && isMutable(value)) {
            throw new Unmet("static.holds", name, value.getClass().getSimpleName());
        }
    }

    private static boolean isMutable(Object value) {
        String type = value.getClass().getName();
        if (value instanceof Collection || value instanceof Map) {
            return IMMUTABLE.stream().noneMatch(type::startsWith);
        } else if (type.startsWith("practice.")) {
            return !(value instanceof Enum) && hasMutableFields(value.getClass());
        }
        return value.getClass().isArray()
                || value instanceof StringBuilder
                || value instanceof StringBuffer
                || value instanceof ExecutorService
                || value instanceof Thread
                || value instanceof LongAdder
                || type.startsWith("java.util.concurrent.atomic.");
    }

    private static boolean hasMutableFields(Class<?> type) {
        List<Field> fields = new ArrayList<>(Arrays.asList(type.getDeclaredFields()));
        return fields.stream()
                .anyMatch(field -> !Modifier.isStatic(field.getModifiers())
                        && !field.isSynthetic()
                        && (!Modifier.isFinal(field.getModifiers())
                                || Collection.class.isAssignableFrom(field.getType())
                                || Map.class.isAssignableFrom(field.getType())
                                || ThreadLocal.class.isAssignableFrom(field.getType())));
    }
}
