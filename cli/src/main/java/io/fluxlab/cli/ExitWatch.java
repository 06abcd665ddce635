package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.live.TerminalRescue;
import java.util.Arrays;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees where the JVM ends before the command does. The user's code runs in it and may call {@code System.exit}, whose status
 * would be taken for the command's: a gate would pass that was never judged. Thread-safe.
 */
final class ExitWatch {

    /** Java tells this logger who has called {@code System.exit}, with which status. */
    private static final Logger EXITS = Logger.getLogger("java.lang.Runtime");

    /** Only on the stack of a thread that ends the JVM because of a signal. */
    private static final String OF_SIGNALS = "java.lang.Terminator";

    private final Console console;
    private volatile boolean ended;
    private volatile @Nullable Throwable call;

    private ExitWatch(Console console) {
        this.console = console;
    }

    /** Watches from now on until {@link #ended}, and tells this console. */
    static ExitWatch begin(Console console) {
        ExitWatch watch = new ExitWatch(console);
        EXITS.setLevel(Level.FINE);
        EXITS.setUseParentHandlers(false);
        EXITS.addHandler(watch.new CallHandler());
        Runtime.getRuntime().addShutdownHook(new Thread(watch::jvmEnds, "fluxlab-exit-watch"));
        return watch;
    }

    /** The command has come to its own end. */
    void ended() {
        ended = true;
    }

    private void jvmEnds() {
        TerminalRescue.giveBack();
        if (ended || isEndedBySignal()) {
            return;
        }
        console.note("fluxlab: " + told(call));
        Runtime.getRuntime().halt(ExitStatus.FAILED);
    }

    private static boolean isEndedBySignal() {
        return Thread.getAllStackTraces().values().stream()
                .flatMap(Arrays::stream)
                .anyMatch(frame -> frame.getClassName().startsWith(OF_SIGNALS));
    }

    /** What is known of the call: its message is {@code Runtime.exit(0)}, and its stack is that of the caller. */
    private static String told(@Nullable Throwable call) {
        if (call == null) {
            return "the code under test has called System.exit";
        }
        String at = Arrays.stream(call.getStackTrace())
                .filter(frame -> !frame.getClassName().startsWith("java.lang."))
                .findFirst()
                .map(frame -> " at %s.%s(%s:%d)"
                        .formatted(
                                frame.getClassName(),
                                frame.getMethodName(),
                                frame.getFileName(),
                                frame.getLineNumber()))
                .orElse("");
        return "the code under test has called "
                + String.valueOf(call.getMessage()).replace("Runtime.exit", "System.exit") + at;
    }

    /** Keeps the first call. */
    private final class CallHandler extends Handler {

        @Override
        public void publish(LogRecord told) {
            if (call == null) {
                call = told.getThrown();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
