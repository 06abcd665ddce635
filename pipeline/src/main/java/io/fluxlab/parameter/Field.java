package io.fluxlab.parameter;

import java.lang.reflect.RecordComponent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One component of a parameter record. Immutable.
 *
 * @param name the component's name
 * @param description what it means
 * @param type which values it takes
 * @param required whether it must be given
 * @param defaultValue the value where it is not given, null where there is none
 * @param unless another field that makes this one needless where it is given; empty where there is none
 */
record Field(
        String name,
        String description,
        FieldType type,
        boolean required,
        @Nullable Object defaultValue,
        String unless) {

    /** Whether it must be given beside these. */
    boolean isRequired(Map<?, ?> values) {
        return required && (unless.isEmpty() || values.get(unless) == null);
    }

    static Field of(RecordComponent component, @Nullable Object defaultValue) {
        Param param = component.getAnnotation(Param.class);
        if (param == null) {
            throw new IllegalArgumentException("record component " + component + " has no @Param");
        }
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new Field(
                component.getName(),
                param.value(),
                FieldType.of(component.getGenericType(), param),
                !nullable && defaultValue == null,
                defaultValue,
                param.unless());
    }
}
