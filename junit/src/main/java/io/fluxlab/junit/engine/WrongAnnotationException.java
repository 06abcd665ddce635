package io.fluxlab.junit.engine;

import java.io.Serial;
import java.lang.reflect.Method;
import java.util.List;

/** The annotations of a test ask for what there is not. Not thread-safe. */
public final class WrongAnnotationException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    WrongAnnotationException(Method method, List<String> mistakes) {
        super("%s.%s: %s"
                .formatted(method.getDeclaringClass().getSimpleName(), method.getName(), String.join("; ", mistakes)));
    }
}
