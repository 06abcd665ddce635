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

    /** The lab that was named, or one in this process. */
    Opened open(LabOptions options) {
        return listing(options);
    }

    /** The same where only lists are wanted: a lab in this process is there in no time. */
    Opened listing(LabOptions options) {
        if (options.server().isPresent()) {
            throw new IllegalStateException("no client");
        }
        return new Opened(LocalLab.create(), () -> {});
    }
}
