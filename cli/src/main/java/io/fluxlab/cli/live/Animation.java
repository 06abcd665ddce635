package io.fluxlab.cli.live;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Shows a picture on the terminal some times a second, on a thread of its own, until it is closed. Thread-safe. */
public final class Animation implements AutoCloseable {

    /** Often enough to look alive, and seldom enough not to take the CPU from what is being measured. */
    private static final long PERIOD_MILLIS = 250;

    private final Screen screen;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("fluxlab-display").daemon().factory());
    private final Runnable rescue = this::end;

    private Animation(Screen screen, Picture picture) {
        this.screen = screen;
        thread.scheduleAtFixedRate(() -> screen.show(picture), 0, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
        TerminalRescue.taken(rescue);
    }

    /** Begins to show the picture. */
    public static Animation of(Picture picture) {
        return new Animation(Screen.open(), picture);
    }

    /** The width of the terminal, where nothing is shown on it yet. */
    public static int terminalWidth() {
        try (Screen screen = Screen.open()) {
            return screen.width();
        }
    }

    /** The terminal's width. */
    public int width() {
        return screen.width();
    }

    /** Takes the picture away and gives the terminal back. */
    @Override
    public void close() {
        TerminalRescue.released(rescue);
        end();
    }

    private void end() {
        try {
            thread.submit(screen::close).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the terminal can't be given back", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            thread.shutdownNow();
        }
    }
}
