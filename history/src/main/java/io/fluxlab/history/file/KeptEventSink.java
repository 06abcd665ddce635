package io.fluxlab.history.file;

import io.fluxlab.kept.KeptEvent;
import java.io.Closeable;
import java.io.IOException;

/** Takes the events of a run, from the first to the last. Not thread-safe. */
public interface KeptEventSink extends Closeable {

    /** Takes the next event. */
    void accept(KeptEvent event) throws IOException;

    /** The event itself, as its run's own route has it. */
    static Object plain(KeptEvent event) {
        return switch (event) {
            case KeptEvent.OfRun run -> run.event();
            case KeptEvent.OfComparison comparison -> comparison.event();
            case KeptEvent.OfCapacity capacity -> capacity.event();
            case KeptEvent.Missing missing -> missing;
        };
    }
}
