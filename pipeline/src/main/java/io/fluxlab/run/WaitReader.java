package io.fluxlab.run;

import io.fluxlab.trail.Wait;
import io.fluxlab.trail.Wait.Kind;
import java.lang.management.LockInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads off a thread's stack, or off the operators of a body that holds no thread, what a task waits for. What neither tells is
 * said to be unknown. Stateless; thread-safe.
 */
final class WaitReader {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** Reactor's operators that wait for a timer, by their step's name. */
    private static final Set<String> TIMERS =
            Set.of("delay", "delayElement", "delayElements", "delaySubscription", "interval");

    private static final List<String> LOCKS = List.of(
            "java.util.concurrent.locks.ReentrantLock",
            "java.util.concurrent.locks.ReentrantReadWriteLock",
            "java.util.concurrent.locks.StampedLock",
            "java.util.concurrent.Semaphore");

    private static final List<String> INPUT_AND_OUTPUT = List.of("sun.nio.ch.", "sun.nio.fs.", "java.net.", "java.io.");

    private static final Wait RUNNING = new Wait(Kind.RUNNING, null, List.of(), 1);

    private WaitReader() {}

    /** What this task waits for; null where its thread has just ended. */
    static @Nullable Wait read(TaskActivity task) {
        Thread thread = task.thread();
        return thread == null ? ofOperators(task.operators()) : ofThread(thread);
    }

    static Wait ofOperators(List<String> operators) {
        String way = operators.isEmpty() ? null : String.join(" ← ", operators);
        Kind kind = operators.isEmpty()
                ? Kind.UNKNOWN
                : operators.stream().anyMatch(TIMERS::contains) ? Kind.TIMER : Kind.SIGNAL;
        return new Wait(kind, way, List.of(), 1);
    }

    private static @Nullable Wait ofThread(Thread thread) {
        Thread.State state = thread.getState();
        StackTraceElement[] stack = thread.getStackTrace();
        if (stack.length == 0) {
            return null;
        }
        Kind kind = kind(state, stack);
        return kind == Kind.RUNNING
                ? RUNNING
                : new Wait(kind, kind == Kind.LOCK ? lock(thread, stack) : null, UserFrames.waiting(stack), 1);
    }

    /** What a thread in this state waits for, where its innermost frames are the JDK's or Reactor's. */
    static Kind kind(Thread.State state, StackTraceElement... stack) {
        List<StackTraceElement> inner = Arrays.stream(stack)
                .takeWhile(frame ->
                        Stream.of("java.", "jdk.", "sun.", "reactor.").anyMatch(frame.getClassName()::startsWith))
                .toList();
        return switch (state) {
            case BLOCKED -> Kind.LOCK;
            case RUNNABLE ->
                stack[0].isNativeMethod() && isOf(inner, INPUT_AND_OUTPUT)
                        ? Kind.IO
                        : Kind.RUNNING; // native: it may wait there
            case WAITING, TIMED_WAITING -> parked(inner);
            case NEW, TERMINATED -> Kind.RUNNING;
        };
    }

    private static Kind parked(List<StackTraceElement> inner) {
        if (inner.stream().anyMatch(frame -> frame.getMethodName().startsWith("sleep"))) {
            return Kind.SLEEP;
        } else if (isOf(inner, INPUT_AND_OUTPUT)) {
            return Kind.IO;
        } else if (isOf(inner, List.of("reactor.core.publisher.Blocking"))) {
            return Kind.BLOCK;
        } else {
            return isOf(inner, LOCKS) ? Kind.LOCK : Kind.PARKED;
        }
    }

    private static boolean isOf(List<StackTraceElement> frames, List<String> classes) {
        return frames.stream().anyMatch(frame -> classes.stream().anyMatch(frame.getClassName()::startsWith));
    }

    /** The class of the lock, as its user knows it: a virtual thread tells it by its frames alone, and nothing of a monitor. */
    private static @Nullable String lock(Thread thread, StackTraceElement... stack) {
        return ofFrames(stack).or(() -> ofLockInfo(thread)).orElse(null);
    }

    private static Optional<String> ofFrames(StackTraceElement... stack) {
        List<String> classes =
                Arrays.stream(stack).map(StackTraceElement::getClassName).toList();
        return LOCKS.stream()
                .filter(lock -> classes.stream().anyMatch(name -> name.equals(lock) || name.startsWith(lock + "$")))
                .findFirst();
    }

    private static Optional<String> ofLockInfo(Thread thread) {
        ThreadInfo info = thread.isVirtual() ? null : THREADS.getThreadInfo(thread.threadId());
        return Optional.ofNullable(info).map(ThreadInfo::getLockInfo).map(LockInfo::getClassName);
    }
}
