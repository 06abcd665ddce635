package io.fluxlab.junit.engine;

import io.fluxlab.junit.FluxlabTest;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.implementation.StubMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestTemplate;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * The subclass of a test class that Jupiter runs: it has an empty {@code void} test with the parameters and annotations of
 * each body, and inherits everything else. What the test does is the business of {@link BodyExtension}. Stateless.
 */
final class Companion {

    private static final String PREFIX = "fluxlab$";

    private static final ClassValue<Class<?>> OF = new ClassValue<>() {
        @Override
        protected Class<?> computeValue(Class<?> testClass) {
            return make(testClass);
        }
    };

    private Companion() {}

    /** The bodies of a class, its own and those that it inherits. */
    static List<Method> bodies(Class<?> testClass) {
        return AnnotationSupport.findAnnotatedMethods(testClass, FluxlabTest.class, HierarchyTraversalMode.TOP_DOWN);
    }

    /**
     * The companion of a class, which must be neither final nor private nor an inner one.
     *
     * @throws IllegalStateException where the class lets nobody make a subclass of it
     */
    static Class<?> of(Class<?> testClass) {
        return OF.get(testClass);
    }

    /** The companion's name of a body. */
    static String nameOf(Method body) {
        return PREFIX + body.getName();
    }

    /** The body that a test of a companion stands for. */
    static Method bodyOf(Method test) {
        Class<?> testClass = test.getDeclaringClass().getSuperclass();
        return bodies(testClass).stream()
                .filter(body -> nameOf(body).equals(test.getName())
                        && Arrays.equals(body.getParameterTypes(), test.getParameterTypes()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no body for " + test));
    }

    /** Whether Jupiter runs it several times: parameterized, repeated, or what else there is. */
    static boolean isTemplate(Method body) {
        return AnnotationSupport.isAnnotated(body, TestTemplate.class);
    }

    /** What keeps a body from being run; empty where nothing does. */
    static String obstacle(Class<?> testClass, Method body) {
        int type = testClass.getModifiers();
        int method = body.getModifiers();
        if (Modifier.isFinal(type) || Modifier.isPrivate(type)) {
            return "its class %s must be neither final nor private".formatted(testClass.getName());
        }
        if (testClass.isMemberClass() && !Modifier.isStatic(type)) {
            return "its class %s must not be an inner one: make it static".formatted(testClass.getName());
        }
        return Modifier.isPrivate(method) || Modifier.isStatic(method)
                ? "the method must be neither private nor static"
                : "";
    }

    private static Class<?> make(Class<?> testClass) {
        DynamicType.Builder<?> builder = new ByteBuddy()
                .subclass(testClass, ConstructorStrategy.Default.IMITATE_SUPER_CLASS.withInheritedAnnotations())
                .name(testClass.getName() + "$FluxlabTests")
                .annotateType(testClass.getDeclaredAnnotations())
                .annotateType(
                        AnnotationDescription.Builder.ofType(RunsBodies.class).build());
        for (Method body : bodies(testClass)) {
            if (obstacle(testClass, body).isEmpty()) {
                builder = withTest(builder, body);
            }
        }
        try (DynamicType.Unloaded<?> made = builder.make()) {
            return made.load(
                            testClass.getClassLoader(),
                            ClassLoadingStrategy.UsingLookup.of(
                                    MethodHandles.privateLookupIn(testClass, MethodHandles.lookup())))
                    .getLoaded();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(
                    "the package %s must be open to io.fluxlab.junit".formatted(testClass.getPackageName()), e);
        }
    }

    private static DynamicType.Builder<?> withTest(DynamicType.Builder<?> builder, Method body) {
        DynamicType.Builder.MethodDefinition.ParameterDefinition<?> test =
                builder.defineMethod(nameOf(body), void.class, Visibility.PUBLIC);
        for (Parameter parameter : body.getParameters()) {
            test = test.withParameter(parameter.getParameterizedType(), parameter.getName())
                    .annotateParameter(parameter.getDeclaredAnnotations());
        }
        DynamicType.Builder.MethodDefinition<?> annotated =
                test.intercept(StubMethod.INSTANCE).annotateMethod(body.getDeclaredAnnotations());
        return isTemplate(body)
                ? annotated
                : annotated.annotateMethod(
                        AnnotationDescription.Builder.ofType(Test.class).build());
    }
}
