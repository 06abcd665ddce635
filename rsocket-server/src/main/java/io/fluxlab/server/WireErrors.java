package io.fluxlab.server;

import io.fluxlab.error.LabException;
import io.fluxlab.wire.ErrorBody;
import io.rsocket.RSocketErrorException;
import java.util.List;
import reactor.util.Logger;
import reactor.util.Loggers;

/** Exceptions as RSocket's error frames. Stateless. */
final class WireErrors {

    private static final Logger LOG = Loggers.getLogger(WireErrors.class);

    private WireErrors() {}

    /** What was refused or broke is told; what nobody foresaw is logged, and its message stays here. */
    static Throwable of(Throwable error) {
        if (error instanceof RSocketErrorException known) {
            return known;
        }
        if (error instanceof LabException known) {
            return new RSocketErrorException(
                    ErrorBody.frameCode(known), ErrorBody.of(known).toText());
        }
        LOG.error("a request failed in a way that nobody foresaw", error);
        ErrorBody body = new ErrorBody("internal-error", "the server failed on this request", List.of());
        return new RSocketErrorException(ErrorBody.APPLICATION_ERROR, body.toText());
    }
}
