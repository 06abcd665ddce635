package io.fluxlab.profile;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
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
            "now",
            "instant",
            "millis",
            "between",
            "isBefore",
            "isAfter",
            "compareTo",
            "equals",
            "toMillis",
            "toNanos",
            "toSeconds",
            "toEpochMilli",
            "isNegative",
            "isZero",
            "get",
            "getAsBoolean",
            "getAsInt",
            "getAsLong",
            "getPlain",
            "getOpaque",
            "getAcquire",
            "getVolatile",
            "getNow",
            "compareAndSet",
            "weakCompareAndSetPlain",
            "weakCompareAndSetAcquire",
            "weakCompareAndSetVolatile",
            "getCount",
            "getState",
            "availablePermits",
            "contains",
            "containsKey",
            "size",
            "isAlive",
            "isCancelled",
            "isCompletedExceptionally",
            "isDisposed",
            "isDone",
            "isEmpty",
            "isPresent",
            "isInterrupted",
            "isLocked",
            "isShutdown",
            "isTerminated",
            "interrupted",
            "exists",
            "notExists",
            "lastModified",
            "available",
            "ready",
            "peek",
            "poll",
            "tryAcquire",
            "tryLock",
            "booleanValue",
            "intValue",
            "longValue");

    /** So deep a loop's question may lie in methods of the user's. */
    private static final int DEPTH = 3;

    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    /**
     * Whether a thread that runs is in a loop that waits, by its stack, the innermost frame first. Whatever such a loop calls is
     * a question, and so is what libraries do to answer it.
     */
    boolean isIn(@Nullable ClassLoader loader, StackTraceElement... stack) {
        int depth = 0;
        for (StackTraceElement frame : stack) {
            boolean isOwn = CodeFrames.isWorkload(frame.getClassName());
            if (isOwn && waits(loader, frame)) {
                return true;
            }
            if (isOwn && !(++depth < DEPTH && tells(loader, frame))) {
                return false;
            }
        }
        return false;
    }

    private boolean waits(@Nullable ClassLoader loader, StackTraceElement frame) {
        return known.computeIfAbsent(
                frame.getClassName() + "." + frame.getMethodName() + ":" + frame.getLineNumber(),
                place -> code(loader, frame.getClassName(), frame.getMethodName())
                        .anyMatch(method -> method.loopAt(frame.getLineNumber())
                                .filter(loop -> new LoopCode(method, loop).waits(call -> asks(loader, call, 1)))
                                .isPresent()));
    }

    private boolean tells(@Nullable ClassLoader loader, StackTraceElement frame) {
        return known.computeIfAbsent(
                frame.getClassName() + "." + frame.getMethodName(),
                place -> allTell(loader, frame.getClassName(), frame.getMethodName(), 1));
    }

    private static boolean asks(@Nullable ClassLoader loader, MethodCode.Call call, int depth) {
        String owner = call.owner().replace('/', '.');
        return ASKS.contains(call.name())
                || (depth < DEPTH && CodeFrames.isWorkload(owner) && allTell(loader, owner, call.name(), depth + 1));
    }

    private static boolean allTell(@Nullable ClassLoader loader, String owner, String name, int depth) {
        List<MethodCode> methods = code(loader, owner, name).toList();
        return !methods.isEmpty()
                && methods.stream().allMatch(method -> method.tells(call -> asks(loader, call, depth)));
    }

    private static Stream<MethodCode> code(@Nullable ClassLoader loader, String owner, String name) {
        String file = owner.replace('.', '/') + ".class";
        ClassLoader from = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        try (InputStream in = from.getResourceAsStream(file)) {
            return in == null ? Stream.empty() : ClassCode.read(new DataInputStream(in), name).stream();
        } catch (IOException | RuntimeException e) { // no class file as it should be: nothing is known
            return Stream.empty();
        }
    }
}
