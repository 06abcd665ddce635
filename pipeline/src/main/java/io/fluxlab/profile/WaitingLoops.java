package io.fluxlab.profile;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells loops that wait from loops that compute, by their bytecode: one that waits asks again and again, by reading fields, the
 * clock or another object, and changes nothing. Classes are read as resources, each place once. Thread-safe.
 */
final class WaitingLoops {

    /** Methods that tell something and leave everything as it is, or ask for patience. */
    private static final Set<String> ASKS = Set.of(
            "onSpinWait",
            "yield",
            "nanoTime",
            "currentTimeMillis",
            "currentThread",
            "get",
            "getPlain",
            "getOpaque",
            "getAcquire",
            "getVolatile",
            "compareAndSet",
            "weakCompareAndSetPlain",
            "weakCompareAndSetAcquire",
            "weakCompareAndSetVolatile",
            "getCount",
            "availablePermits",
            "isAlive",
            "isCancelled",
            "isDisposed",
            "isDone",
            "isEmpty",
            "isInterrupted",
            "isLocked",
            "isTerminated",
            "interrupted",
            "peek",
            "tryAcquire",
            "tryLock",
            "booleanValue",
            "intValue",
            "longValue");

    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    /** Whether a thread that runs is in a loop that waits, by its stack, the innermost frame first. */
    boolean isIn(@Nullable ClassLoader loader, StackTraceElement... stack) {
        for (StackTraceElement frame : stack) {
            if (CodeFrames.isWorkload(frame.getClassName())) {
                return known.computeIfAbsent(
                        frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber(),
                        place -> waits(loader, frame));
            }
            if (!ASKS.contains(frame.getMethodName()) && !frame.getClassName().contains("VarHandle")) {
                return false;
            }
        }
        return false;
    }

    private static boolean waits(@Nullable ClassLoader loader, StackTraceElement frame) {
        String file = frame.getClassName().replace('.', '/') + ".class";
        ClassLoader from = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        try (InputStream in = from.getResourceAsStream(file)) {
            return in != null
                    && ClassCode.read(new DataInputStream(in), frame.getMethodName()).stream()
                            .anyMatch(method -> method.loopAt(frame.getLineNumber())
                                    .filter(loop -> method.onlyAsks(loop, ASKS))
                                    .isPresent());
        } catch (IOException | RuntimeException e) { // no class file as it should be: nothing is known
            return false;
        }
    }
}
