package io.fluxlab.cli.live;

import java.util.List;

/** What a display shows now. Called by the display's thread: implementations are thread-safe. */
@FunctionalInterface
public interface Picture {

    /** At most {@code height} lines; longer ones than {@code width} are cut. */
    List<String> lines(int width, int height);
}
