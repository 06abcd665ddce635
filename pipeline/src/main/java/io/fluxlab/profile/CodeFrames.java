package io.fluxlab.profile;

import io.fluxlab.run.UserFrames;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Stack frames of what a workload does, as opposed to what runs it. Stateless. */
final class CodeFrames {

    private static final int MOST = 3;
    private static final int MOST_OF_OTHERS = 3;

    /** What runs workloads; other packages of the lab have workloads in them. */
    private static final List<String> ENGINE = List.of(
            "io.fluxlab.task.",
            "io.fluxlab.run.",
            "io.fluxlab.lane.",
            "io.fluxlab.loop.",
            "io.fluxlab.load.",
            "io.fluxlab.measure.",
            "io.fluxlab.canary.",
            "io.fluxlab.capacity.",
            "io.fluxlab.workload.",
            "io.fluxlab.trail.",
            "io.fluxlab.trace.",
            "io.fluxlab.jfr.",
            "io.fluxlab.profile.",
            "io.fluxlab.comparison.",
            "io.fluxlab.lab.",
            "io.fluxlab.kept.",
            "io.fluxlab.wire.",
            "io.fluxlab.history.",
            "io.fluxlab.scenario.",
            "io.fluxlab.cluster.",
            "io.fluxlab.process.",
            "io.fluxlab.server.",
            "io.fluxlab.client.",
            "io.fluxlab.cli.");

    private static final Pattern HANDS_OVER = Pattern.compile(
            "java\\.util\\.concurrent\\.\\w*(Executor|ExecutorService|ForkJoinPool)|reactor\\.core\\.scheduler\\..*");

    private static final String TASK = "io.fluxlab.task.";
    private static final Set<String> SIGNALS = Set.of("onNext", "onComplete", "onError", "subscribe", "call", "run");

    private CodeFrames() {}

    static boolean isWorkload(String className) {
        return !UserFrames.isOfLibrary(className) && ENGINE.stream().noneMatch(className::startsWith);
    }

    /** Whether the thread is inside the body of a task. */
    static boolean isInTask(StackTraceElement... stack) {
        return Arrays.stream(stack).anyMatch(frame -> frame.getClassName().startsWith(TASK));
    }

    /** Whether the thread does something of an operator or of the user's; one that waits for work does neither. */
    static boolean isWorking(StackTraceElement... stack) {
        return Arrays.stream(stack)
                .anyMatch(frame -> isWorkload(frame.getClassName())
                        || (frame.getClassName().startsWith("reactor.core.publisher.")
                                && SIGNALS.contains(frame.getMethodName())));
    }

    /** As {@link #of}, and before them that of a scheduler or an executor to which the workload hands something over. */
    static List<String> running(StackTraceElement... stack) {
        return Stream.concat(
                        Arrays.stream(stack)
                                .takeWhile(frame -> !isWorkload(frame.getClassName()))
                                .filter(frame ->
                                        HANDS_OVER.matcher(frame.getClassName()).matches())
                                .limit(1)
                                .map(UserFrames::text),
                        of(stack).stream())
                .distinct()
                .toList();
    }

    /** The first frames that are the workload's, the innermost first; without any, the first few of all. */
    static List<String> of(StackTraceElement... stack) {
        List<String> own = Arrays.stream(stack)
                .filter(frame -> isWorkload(frame.getClassName()))
                .limit(MOST)
                .map(UserFrames::text)
                .toList();
        return own.isEmpty()
                ? Stream.of(stack).limit(MOST_OF_OTHERS).map(UserFrames::text).toList()
                : own;
    }
}
