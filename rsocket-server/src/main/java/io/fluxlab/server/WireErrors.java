package io.fluxlab.server;

import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.LabException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.wire.ErrorBody;
import io.rsocket.RSocketErrorException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exceptions as RSocket's error frames. Stateless. */
final class WireErrors {

    private static final Logger LOG = LoggerFactory.getLogger(WireErrors.class);

    private WireErrors() {}

    /** What was refused or broke is told; what nobody foresaw is logged, and its message stays here. */
    static RSocketErrorException of(Throwable error) {
        if (error instanceof RSocketErrorException known) {
            return known;
        }
        if (!(error instanceof LabException)) {
            LOG.error("a request failed in a way that nobody foresaw", error);
        }
        int code = error instanceof LabException known ? ErrorBody.frameCode(known) : ErrorBody.APPLICATION_ERROR;
        return new RSocketErrorException(code, body(error).toText());
    }

    /** What the caller is told. */
    static ErrorBody body(Throwable error) {
        return error instanceof LabException known
                ? ErrorBody.of(known)
                : new ErrorBody("internal-error", "the server failed on this request", List.of());
    }

    /** How a request ended that ended in this error. */
    static RequestOutcome outcome(Throwable error) {
        boolean refused = error instanceof InvalidRequestException || error instanceof RejectedRequestException;
        return new RequestOutcome(refused ? RequestOutcome.Ending.REFUSED : RequestOutcome.Ending.FAILED, body(error));
    }
}
