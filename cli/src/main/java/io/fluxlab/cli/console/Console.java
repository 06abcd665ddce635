package io.fluxlab.cli.console;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/**
 * The command's standard output and standard error, in UTF-8, and what is known about who reads them. Standard output is
 * buffered: it leaves with {@link #flush()}. Not thread-safe.
 */
public final class Console {

    private static final int BUFFER_BYTES = 1 << 16;

    private static final int PLENTY = 120;

    private final OutputStream out;
    private final PrintStream err;
    private final boolean terminal;
    private final Map<String, String> environment;
    private volatile Palette palette = Palette.PLAIN;

    private Console(OutputStream out, PrintStream err, boolean terminal, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.terminal = terminal;
        this.environment = environment;
    }

    /** The streams of this process. */
    public static Console ofProcess() {
        // System.out would swallow a broken pipe.
        OutputStream out = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), BUFFER_BYTES);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        return new Console(out, err, isTerminal(), System.getenv());
    }

    /** Streams that are no terminal. */
    public static Console of(OutputStream out, OutputStream err, Map<String, String> environment) {
        return new Console(out, new PrintStream(err, true, StandardCharsets.UTF_8), false, environment);
    }

    /** Whether a live display can be shown: a person reads both streams on a terminal that can move its cursor. */
    public boolean isLive() {
        return terminal && !"dumb".equals(environment.get("TERM"));
    }

    /** Whether colours are welcome, as far as the surroundings tell: see no-color.org. */
    public boolean likesColour() {
        return isLive() && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** The variables that the command was started with. */
    public Map<String, String> environment() {
        return environment;
    }

    /** How many characters a line has where that can't be measured: what {@code COLUMNS} says, else plenty. */
    public int width() {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9]\\d{0,3}") ? Math.max(40, Integer.parseInt(columns)) : PLENTY;
    }

    /** How many characters a line of a list may have: in a pipe, where other programs read lines, as many as it takes. */
    public int listWidth() {
        return terminal ? width() : Integer.MAX_VALUE;
    }

    /** Lines may have the colours of this palette from now on. Other escape sequences are never written as they are. */
    public Palette paintedWith(Palette chosen) {
        palette = chosen;
        return chosen;
    }

    /** Writes a line to standard output. Characters that would steer a terminal are made {@link Visible}. */
    public void line(String text) {
        write((visible(text) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private String visible(String text) {
        return palette == Palette.COLOURED ? Visible.ofPainted(text) : Visible.of(text);
    }

    /**
     * Writes bytes to standard output.
     *
     * @throws BrokenPipeException if nobody reads them any more
     * @throws LostOutputException if they can't be written for another reason
     */
    public void write(byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Hands everything written so far to whoever reads standard output. */
    public void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            throw failure(e);
        }
    }

    /** Java tells a reader that has gone from a disk that is full by the system's words alone. */
    private static UncheckedIOException failure(IOException error) {
        boolean isPipe =
                String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
        return isPipe ? new BrokenPipeException(error) : new LostOutputException(error);
    }

    /** Writes a line to standard error, as {@link #line} does; if nobody reads that, nobody misses it. */
    public void note(String text) {
        err.print(visible(text) + "\n");
        err.flush();
    }

    /** Since Java 22 there is a console also where there is no terminal, and it tells. */
    @SuppressWarnings("SystemConsoleNull") // it is null in Java 21
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(
                    java.io.Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
