package io.fluxlab.cli.code;

import io.fluxlab.cli.input.UsageException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.InaccessibleObjectException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A method of the user's with its arguments, and with one object for all calls where it is not static. */
final class CodeCall {

    private CodeCall() {}

    /**
     * The call, which is as thread-safe as the user's method. What comes of what the method returns is for whoever calls it.
     *
     * @throws UsageException where the method can't be called, or its object can't be made
     */
    static Callable<Object> of(MethodChoice.Chosen chosen) {
        Method method = chosen.method();
        String name = "%s::%s".formatted(chosen.owner().getTypeName(), method.getName());
        if (Modifier.isPrivate(method.getModifiers())) {
            throw new UsageException(name + " can't be called: it is private");
        }
        initialise(chosen.owner());
        MethodHandle handle = handle(method, name);
        if (!Modifier.isStatic(method.getModifiers())) {
            handle = handle.bindTo(instance(chosen.owner(), method));
        }
        MethodHandle bound =
                MethodHandles.insertArguments(handle, 0, chosen.arguments().toArray());
        Callable<?> call = MethodHandleProxies.asInterfaceInstance(
                Callable.class, bound.asType(MethodType.methodType(Object.class)));
        return call::call;
    }

    private static Throwable cause(Throwable wrapper) {
        return Objects.requireNonNullElse(wrapper.getCause(), wrapper);
    }

    /** Now, rather than within the first call that is measured. */
    private static void initialise(Class<?> owner) {
        try {
            Class.forName(owner.getName(), true, owner.getClassLoader());
        } catch (ExceptionInInitializerError e) {
            throw ClassProblem.threw("the initialiser of " + owner.getTypeName(), cause(e), owner);
        } catch (LinkageError e) {
            throw ClassProblem.missing(owner.getTypeName(), e, owner.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a class whose loader does not know it", e);
        }
    }

    private static MethodHandle handle(Method method, String name) {
        try {
            if (!Modifier.isPublic(method.getModifiers())
                    || !Modifier.isPublic(method.getDeclaringClass().getModifiers())) {
                method.setAccessible(true);
            }
            return MethodHandles.lookup().unreflect(method).asFixedArity();
        } catch (IllegalAccessException | InaccessibleObjectException e) {
            throw new UsageException("%s can't be called: it is not accessible (%s)".formatted(name, e.getMessage()));
        }
    }

    private static Object instance(Class<?> owner, Method method) {
        if (owner.isInterface() || Modifier.isAbstract(owner.getModifiers())) {
            throw new UsageException("%s can't be made to call %s of it: it is %s"
                    .formatted(
                            owner.getTypeName(), method.getName(), owner.isInterface() ? "an interface" : "abstract"));
        }
        try {
            Constructor<?> constructor = owner.getDeclaredConstructor();
            if (Modifier.isPrivate(constructor.getModifiers())) {
                throw new UsageException("new %s() can't be called: it is private, and %s is not static"
                        .formatted(owner.getTypeName(), method.getName()));
            }
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (NoSuchMethodException e) {
            throw new UsageException(
                    "%s has no constructor without arguments, which %s needs as it is not static; there is %s"
                            .formatted(owner.getTypeName(), method.getName(), constructors(owner)));
        } catch (InvocationTargetException e) {
            throw ClassProblem.threw("new %s()".formatted(owner.getTypeName()), cause(e), owner);
        } catch (LinkageError e) {
            throw ClassProblem.missing(owner.getTypeName(), e, owner.getClassLoader());
        } catch (InstantiationException | IllegalAccessException | InaccessibleObjectException e) {
            throw new UsageException("new %s() can't be called: %s".formatted(owner.getTypeName(), e.getMessage()));
        }
    }

    private static String constructors(Class<?> owner) {
        return Stream.of(owner.getDeclaredConstructors())
                .map(constructor -> Signature.of(owner.getSimpleName(), constructor))
                .collect(Collectors.joining(", "));
    }
}
