package io.fluxlab.cli.live;

import io.fluxlab.cli.console.Visible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Attributes.LocalFlag;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;
import org.jline.utils.NonBlockingReader;

/** The lines below the cursor of a terminal, or, where keys are answered, all of it. Not thread-safe. */
final class Screen implements AutoCloseable {

    private static final Size CLASSIC = new Size(80, 24);

    /** What a terminal has to be able to do for a picture that has all of it and goes without a trace. */
    private static final List<Capability> WHOLE = List.of(
            Capability.enter_ca_mode, Capability.exit_ca_mode, Capability.cursor_address, Capability.clear_screen);

    private final Terminal terminal;
    private final Display display;
    private final boolean whole;
    private final AtomicBoolean resized = new AtomicBoolean();

    private Screen(Terminal terminal, boolean whole) {
        this.terminal = terminal;
        this.display = new Display(terminal, whole);
        this.whole = whole;
        terminal.handle(Terminal.Signal.WINCH, signal -> resized.set(true));
        if (whole) {
            // What was typed before the echo was off is on this line, and would be there again at the end.
            terminal.puts(Capability.carriage_return);
            terminal.puts(Capability.clr_eol);
            terminal.puts(Capability.enter_ca_mode);
            display.clear();
        }
        terminal.puts(Capability.cursor_invisible);
    }

    /** Takes the terminal: its cursor goes, and what is typed is not shown, until it is given back. */
    static Screen open() {
        return open(true);
    }

    /** As {@link #open}, with all of the terminal where it can, and keys are handed over one by one, not line by line. */
    static Screen openForKeys() {
        return open(false);
    }

    private static Screen open(boolean lineByLine) {
        try {
            // Signals stay with the command; and what is typed is read as all is written, also where no locale is set.
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .nativeSignals(false)
                    .encoding(StandardCharsets.UTF_8)
                    .stdinEncoding(StandardCharsets.UTF_8)
                    .stdoutEncoding(StandardCharsets.UTF_8)
                    .build();
            Attributes attributes = terminal.getAttributes();
            attributes.setLocalFlag(LocalFlag.ECHO, false);
            if (!lineByLine) {
                attributes.setLocalFlag(LocalFlag.ICANON, false);
                attributes.setControlChar(ControlChar.VMIN, 1);
                attributes.setControlChar(ControlChar.VTIME, 0);
            }
            terminal.setAttributes(attributes);
            return new Screen(terminal, !lineByLine && WHOLE.stream().allMatch(each -> knows(terminal, each)));
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal can't be used: " + e.getMessage(), e);
        }
    }

    private static boolean knows(Terminal terminal, Capability capability) {
        return terminal.getStringCapability(capability) != null;
    }

    /** The terminal's width as it is now; a terminal that does not know counts as one of the classic size. */
    int width() {
        return terminal.getWidth() > 0 ? terminal.getWidth() : CLASSIC.getColumns();
    }

    private int height() {
        return terminal.getHeight() > 0 ? terminal.getHeight() : CLASSIC.getRows();
    }

    /** Whether the terminal's size has changed since this was asked last; if so, the next picture is drawn whole. */
    boolean isResized() {
        boolean changed = resized.getAndSet(false);
        if (changed) {
            // Terminals break lines anew where their width changes: what is seen is no longer what was drawn.
            display.clear();
        }
        return changed;
    }

    void show(Picture picture) {
        // The last column and the last line stay free: writing there would scroll.
        int columns = width() - 1;
        int rows = height() - 1;
        display.resize(rows + 1, columns + 1);
        List<AttributedString> lines = picture.lines(columns, rows).stream()
                .limit(rows)
                .map(line -> AttributedString.fromAnsi(Visible.ofPainted(line)).columnSubSequence(0, columns))
                .collect(Collectors.toCollection(ArrayList::new)); // the display takes lines out of it where it scrolls
        display.update(lines, -1);
    }

    /** The next key, −1 at the end of the input, or nothing where none came in time. */
    OptionalInt key(long millis) {
        try {
            int read = terminal.reader().read(millis);
            return read == NonBlockingReader.READ_EXPIRED ? OptionalInt.empty() : OptionalInt.of(read);
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal can't be read: " + e.getMessage(), e);
        }
    }

    /** Gives the terminal back as it was, with nothing left of the last picture. */
    @Override
    public void close() {
        display.update(new ArrayList<>(), 0);
        if (whole) {
            terminal.puts(Capability.exit_ca_mode);
        }
        terminal.puts(Capability.cursor_visible);
        terminal.flush();
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the terminal can't be given back: " + e.getMessage(), e);
        }
    }
}
