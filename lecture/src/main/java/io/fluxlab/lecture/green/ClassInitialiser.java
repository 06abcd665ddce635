package io.fluxlab.lecture.green;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Makes calls from within the initialiser of a class. A class is initialised once: so that each call has one of its own,
 * {@link NativeFrame} is defined anew each time, as a hidden class. Thread-safe.
 */
final class ClassInitialiser {

    private static final byte[] TEMPLATE = read("NativeFrame.class");

    private static final ThreadLocal<@Nullable Runnable> NEXT = new ThreadLocal<>();

    private ClassInitialiser() {}

    /** Makes the call with a frame of native code on this thread's stack. */
    static <T> T during(Callable<T> call) throws Exception {
        FutureTask<T> task = new FutureTask<>(call);
        NEXT.set(task);
        try {
            MethodHandles.lookup().defineHiddenClass(TEMPLATE, true);
        } finally {
            NEXT.remove();
        }
        if (task.state() == Future.State.FAILED && task.exceptionNow() instanceof Exception thrown) {
            throw thrown;
        }
        return task.resultNow();
    }

    /** What the initialiser does. */
    static void runNext() {
        Runnable next = NEXT.get();
        if (next != null) {
            next.run();
        }
    }

    private static byte[] read(String name) {
        try (InputStream bytes = Objects.requireNonNull(NativeFrame.class.getResourceAsStream(name), name)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
