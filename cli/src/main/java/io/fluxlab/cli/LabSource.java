package io.fluxlab.cli;

import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;

/** Where a lab comes from. */
final class LabSource {

    /** A lab, and what has to be closed with it. */
    record Opened(Lab lab, Runnable onClose) implements AutoCloseable {
        @Override
        public void close() {
            onClose.run();
        }
    }

    /** A lab in this process, for lists: started in no time. */
    Opened here() {
        return new Opened(LocalLab.create(), () -> {});
    }
}
