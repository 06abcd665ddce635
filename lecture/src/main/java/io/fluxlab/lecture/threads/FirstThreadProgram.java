package io.fluxlab.lecture.threads;

import io.fluxlab.lecture.threads.FirstThreadWorkload.Parameters;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.List;

/** The body, started by a real {@code main}: of a program in a JVM of its own. */
final class FirstThreadProgram {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SEPARATOR = ": ";

    private FirstThreadProgram() {}

    /** Runs the program to its end, and reads what the body saw. Blocks. */
    static Sight run(Parameters given, TaskContext context) throws Exception {
        ChildJvm program = ChildJvm.of(
                FirstThreadProgram.class,
                String.valueOf(given.a()),
                String.valueOf(given.b()),
                String.valueOf(given.c()),
                given.thread(),
                String.valueOf(given.workMillis()));
        List<String> said =
                program.run(PATIENCE.plusMillis(given.workMillis()), context).lines();
        return new Sight(
                ThreadCreation.PROGRAM,
                Integer.parseInt(value(said, 0)),
                Integer.parseInt(value(said, 1)),
                Integer.parseInt(value(said, 2)),
                value(said, 3),
                value(said, 4),
                Boolean.parseBoolean(value(said, 5)));
    }

    /** Starts the thread and waits for it, as the lecture does. */
    public static void main(String[] args) throws InterruptedException {
        Parameters given = new Parameters(
                Integer.parseInt(args[0]),
                Integer.parseInt(args[1]),
                Integer.parseInt(args[2]),
                args[3],
                Integer.parseInt(args[4]));
        Notebook notebook = new Notebook(ThreadCreation.PROGRAM, given);
        Thread thread = new Thread(() -> notebook.note(given.a(), given.b(), given.c()), given.thread());
        notebook.lookBeforeStart();
        thread.start();
        thread.join();
        Sight seen = notebook.read();
        say("a", seen.a());
        say("b", seen.b());
        say("c", seen.c());
        say("thread", seen.thread());
        say("starter", seen.starter());
        say("seen before start", seen.seenBeforeStart());
    }

    private static void say(String what, Object value) {
        ForgottenProgram.say(what + SEPARATOR + value);
    }

    private static String value(List<String> said, int line) {
        String words = said.get(line);
        return words.substring(words.indexOf(SEPARATOR) + SEPARATOR.length());
    }
}
