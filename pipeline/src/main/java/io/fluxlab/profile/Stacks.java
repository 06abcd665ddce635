package io.fluxlab.profile;

import io.fluxlab.diagnosis.Activity;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells from a thread's state and stack what it does. Stateless. */
final class Stacks {

    /** So deep lies what a thread does below how it does it. */
    private static final int DEPTH = 24;

    private static final Set<String> SPINS = Set.of("onSpinWait", "yield", "yield0", "tryYield", "yieldContinuation");

    /** Who runs in one of these is about to wait, or has waited and goes on in a moment. */
    private static final Set<String> ENTERS =
            Set.of("acquire", "acquireUninterruptibly", "lock", "lockInterruptibly", "readLock", "writeLock");

    private static final Pattern LOCKS =
            Pattern.compile("java\\.util\\.concurrent\\.locks\\.(ReentrantLock|ReentrantReadWriteLock|StampedLock).*");

    private static final Pattern POOLS = Pattern.compile(
            "java\\.util\\.concurrent\\.(Semaphore|\\w*BlockingQueue|\\w*BlockingDeque|\\w*TransferQueue|SynchronousQueue|Exchanger).*");

    private static final Pattern FUTURES =
            Pattern.compile("java\\.util\\.concurrent\\.\\w+(Future|Task)|reactor\\.core\\.publisher\\.(Mono|Flux)");

    private static final Pattern CONDITIONS =
            Pattern.compile("java\\.util\\.concurrent\\.locks\\.Abstract\\w+Synchronizer\\$ConditionObject");

    /** Who waits in one of these waits for what somebody does, whatever the method is called that does. */
    private static final Pattern RESULTS = Pattern.compile(
            "java\\.util\\.concurrent\\.(FutureTask|CompletableFuture|CountDownLatch).*|reactor\\.core\\.publisher\\.Blocking.*");

    private static final Pattern POOL_NAMES =
            Pattern.compile("(?i).*(pool|acquire|borrow|checkout|getconnection|bulkhead|permit).*");

    private static final Pattern IO =
            Pattern.compile("(sun\\.nio\\.ch|sun\\.nio\\.fs|java\\.net|java\\.io|io\\.netty\\.channel)\\..*");

    private static final Pattern IO_NAMES = Pattern.compile(
            "(?i)(read|write|accept|connect|poll|epollwait|open|force|recv|send|lookup|available|wait|park|transfer).*");

    private Stacks() {}

    /** What a thread of this state does that has this stack, the innermost frame first. */
    static Activity activity(Thread.State state, StackTraceElement... stack) {
        if (stack.length == 0) {
            return state == Thread.State.RUNNABLE ? Activity.RUNNING : Activity.PARKED;
        }
        if (state == Thread.State.BLOCKED) {
            return Activity.BLOCKED;
        }
        boolean waits = state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
        return waits || isParked(stack) ? waiting(stack) : runnable(stack);
    }

    /** A virtual thread that was woken and has no carrier yet is said to run, and stands where it parked. */
    private static boolean isParked(StackTraceElement... stack) {
        return Arrays.stream(stack)
                .takeWhile(frame -> !CodeFrames.isWorkload(frame.getClassName()))
                .limit(DEPTH)
                .anyMatch(frame -> frame.getClassName().equals("java.lang.VirtualThread")
                        && (frame.getMethodName().startsWith("park")
                                || frame.getMethodName().startsWith("sleep")));
    }

    private static Activity waiting(StackTraceElement... stack) {
        if (Arrays.stream(stack).limit(DEPTH).anyMatch(Stacks::holdsCarrier)) {
            return Activity.PINNED;
        }
        boolean isPool = false;
        boolean isResult = false;
        int depth = Math.min(DEPTH, stack.length);
        for (int i = 0; i < depth; i++) {
            String type = stack[i].getClassName();
            String method = stack[i].getMethodName();
            if (type.equals("java.lang.Thread") && method.startsWith("sleep")) {
                return Activity.SLEEPING;
            }
            if (IO.matcher(type).matches()) {
                return Activity.IO;
            }
            if (LOCKS.matcher(type).matches() && method.contains("ock")) {
                return Activity.BLOCKED;
            }
            if (POOLS.matcher(type).matches()) {
                isPool = true;
            }
            isResult |= RESULTS.matcher(type).matches();
            if (CodeFrames.isWorkload(type)) {
                return isPool || (!isResult && isOfPool(type, method))
                        ? Activity.ACQUIRING
                        : i == 0 ? Activity.PARKED : calling(stack[i - 1]);
            }
        }
        return isPool ? Activity.ACQUIRING : Activity.PARKED;
    }

    /** A virtual thread that can't be unmounted parks on its carrier. */
    private static boolean holdsCarrier(StackTraceElement frame) {
        return frame.getClassName().equals("java.lang.VirtualThread")
                && frame.getMethodName().equals("parkOnCarrierThread");
    }

    /** How it waits whose own code has called this. */
    private static Activity calling(StackTraceElement frame) {
        String type = frame.getClassName();
        if (type.equals("java.lang.Object") || CONDITIONS.matcher(type).matches()) {
            return Activity.HELD_BACK;
        }
        if (FUTURES.matcher(type).matches()) {
            return Activity.AWAITING;
        }
        boolean isTimer = type.equals("java.util.concurrent.locks.LockSupport")
                && !frame.getMethodName().equals("park");
        return isTimer ? Activity.SLEEPING : Activity.PARKED;
    }

    private static boolean isOfPool(String type, String method) {
        return POOL_NAMES.matcher(type.substring(type.lastIndexOf('.') + 1)).matches()
                || POOL_NAMES.matcher(method).matches();
    }

    private static Activity runnable(StackTraceElement... stack) {
        StackTraceElement top = stack[0];
        if (top.isNativeMethod()
                && IO.matcher(top.getClassName()).matches()
                && IO_NAMES.matcher(top.getMethodName()).matches()) {
            return Activity.IO;
        }
        if (top.getClassName().startsWith("java.lang.Process")
                && (top.getMethodName().startsWith("waitFor")
                        || top.getMethodName().equals("forkAndExec"))) {
            return Activity.IO;
        }
        for (int i = 0; i < Math.min(DEPTH, stack.length); i++) {
            String type = stack[i].getClassName();
            if (type.equals("java.lang.Thread") || type.equals("java.lang.VirtualThread")) {
                if (stack[i].getMethodName().startsWith("sleep")) {
                    return Activity.SLEEPING;
                }
                if (SPINS.contains(stack[i].getMethodName())) {
                    return Activity.SPINNING;
                }
            }
            if (CodeFrames.isWorkload(type)) {
                return Activity.RUNNING;
            }
            if (ENTERS.contains(stack[i].getMethodName())) {
                if (type.equals("java.util.concurrent.Semaphore")) {
                    return Activity.ACQUIRING;
                }
                if (LOCKS.matcher(type).matches()) {
                    return Activity.BLOCKED;
                }
            }
        }
        return Activity.RUNNING;
    }
}
