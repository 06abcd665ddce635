package io.fluxlab.history.file;

import io.fluxlab.kept.KeptEvent;
import java.io.Closeable;
import java.io.IOException;

/** Takes the events of a run, from the first to the last. Not thread-safe. */
public interface KeptEventSink extends Closeable {

    /** Takes the next event. */
    void accept(KeptEvent event) throws IOException;
}
