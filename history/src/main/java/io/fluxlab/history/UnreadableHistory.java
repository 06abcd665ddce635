package io.fluxlab.history;

import io.fluxlab.error.RejectedRequestException;
import io.r2dbc.spi.R2dbcException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is kept can't be read: the data base is gone, or does not answer. Stateless. */
final class UnreadableHistory {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadableHistory.class);

    private UnreadableHistory() {}

    /** What callers are told; what it is of, which may name hosts and files, the log says. */
    static RejectedRequestException error(R2dbcException reason) {
        LOG.warn("can't read what is kept: {}", reason.toString());
        return new RejectedRequestException(
                "history-unavailable",
                "what is kept can't be read now: its data base does not answer, or its disk is full",
                List.of());
    }
}
