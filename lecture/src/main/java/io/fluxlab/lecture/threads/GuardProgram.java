package io.fluxlab.lecture.threads;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * A program that starts children, each of which runs the same {@code main} from its beginning, as a child of Python's
 * multiprocessing does that is spawned. With the guard, {@code if __name__ == '__main__'}, a child does not come to the line
 * that starts children. Without it nothing but the bound ends this.
 */
final class GuardProgram {

    /** What a process says first, before its generation: 0 is the program that somebody has called. */
    static final String RUNS = "runs main in generation ";

    /** What a process says, before their number, that would start children if it were not for the bound. */
    static final String STOPPED = "stopped before it started ";

    private static final Duration LOOK = Duration.ofMillis(10);

    private final boolean guard;
    private final int children;
    private final int bound;
    private final int workMillis;
    private final int generation;

    private GuardProgram(boolean guard, int children, int bound, int workMillis, int generation) {
        this.guard = guard;
        this.children = children;
        this.bound = bound;
        this.workMillis = workMillis;
        this.generation = generation;
    }

    /** Takes whether there is a guard, how many children, the last generation, milliseconds of work, and the generation. */
    public static void main(String[] args) throws IOException, InterruptedException {
        new GuardProgram(
                        Boolean.parseBoolean(args[0]),
                        Integer.parseInt(args[1]),
                        Integer.parseInt(args[2]),
                        Integer.parseInt(args[3]),
                        Integer.parseInt(args[4]))
                .run();
    }

    /** A program of the first generation. */
    static ChildJvm program(boolean guard, int children, int bound, int workMillis) {
        return new GuardProgram(guard, children, bound, workMillis, -1).next();
    }

    private ChildJvm next() {
        return ChildJvm.of(
                GuardProgram.class,
                String.valueOf(guard),
                String.valueOf(children),
                String.valueOf(bound),
                String.valueOf(workMillis),
                String.valueOf(generation + 1));
    }

    private void run() throws IOException, InterruptedException {
        ForgottenProgram.say(RUNS + generation);
        boolean isMain = generation == 0;
        if (isMain || !guard) {
            startChildren();
        } else {
            work();
        }
    }

    private void startChildren() throws IOException, InterruptedException {
        if (generation == bound) {
            ForgottenProgram.say(STOPPED + children);
            return;
        }
        List<Process> started = new ArrayList<>();
        try {
            for (int i = 0; i < children; i++) {
                Process process =
                        new ProcessBuilder(next().command()).inheritIO().start();
                started.add(process);
                ForgottenProgram.say(ChildJvm.announcement(process));
            }
            while (started.stream().anyMatch(Process::isAlive)) {
                pause();
            }
        } finally {
            started.forEach(Process::destroyForcibly);
        }
    }

    private void work() throws InterruptedException {
        long begun = System.nanoTime();
        while (System.nanoTime() - begun < Duration.ofMillis(workMillis).toNanos()) {
            pause();
        }
    }

    private static void pause() throws InterruptedException {
        if (!ChildJvm.isHeard()) {
            throw new CancellationException("nobody listens any more");
        }
        Thread.sleep(LOOK);
    }
}
