package io.fluxlab.cli.live;

import java.util.OptionalInt;

/** A picture that has the terminal and answers keys: it changes when it is shown anew. Not thread-safe. */
public final class KeyScreen implements AutoCloseable {

    private final Screen screen;
    private final Runnable rescue;

    private KeyScreen(Screen screen) {
        this.screen = screen;
        this.rescue = screen::close;
        TerminalRescue.taken(rescue);
    }

    /** Takes the terminal; keys are handed over as they are typed. */
    public static KeyScreen open() {
        return new KeyScreen(Screen.openForKeys());
    }

    /** Shows the picture. */
    public void show(Picture picture) {
        screen.show(picture);
    }

    /** Whether the terminal's size has changed since this was asked last, so that the picture is to be shown anew. */
    public boolean isResized() {
        return screen.isResized();
    }

    /**
     * Waits for a key for a while.
     *
     * @return its character, −1 where none comes any more, or nothing where none came yet
     */
    public OptionalInt key(long millis) {
        return screen.key(millis);
    }

    /** Takes the picture away and gives the terminal back. */
    @Override
    public void close() {
        TerminalRescue.released(rescue);
        screen.close();
    }
}
