package io.fluxlab.junit.engine;

import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.util.ClassUtils;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** A body. Not thread-safe. */
final class BodyMethod extends AbstractTestDescriptor {

    static final String SEGMENT = "method";

    private final Method method;

    BodyMethod(UniqueId parent, Class<?> testClass, Method method) {
        super(parent.append(SEGMENT, id(method)), displayName(method), MethodSource.from(testClass, method));
        this.method = method;
    }

    /** The method's name and parameter types, by which it is found again. */
    static String id(Method method) {
        return method.getName() + "(" + ClassUtils.nullSafeToString(method.getParameterTypes()) + ")";
    }

    private static String displayName(Method method) {
        return AnnotationSupport.findAnnotation(method, DisplayName.class)
                .map(DisplayName::value)
                .orElse(method.getName() + "()");
    }

    Method method() {
        return method;
    }

    /** One that is a template of tests, such as a parameterized one, contains its invocations. */
    @Override
    public Type getType() {
        return Companion.isTemplate(method) ? Type.CONTAINER : Type.TEST;
    }

    @Override
    public boolean mayRegisterTests() {
        return Companion.isTemplate(method);
    }

    @Override
    public Set<TestTag> getTags() {
        Set<TestTag> tags = new HashSet<>(BodyClass.tags(method));
        getParent().ifPresent(parent -> tags.addAll(parent.getTags()));
        return tags;
    }
}
