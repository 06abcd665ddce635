package io.fluxlab.process.message;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.LabException;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.wire.ErrorBody;
import io.rsocket.RSocketErrorException;
import io.rsocket.exceptions.ApplicationErrorException;

/** What goes wrong in a child, as error frames: always JSON, with a code. */
public final class Errors {

    private Errors() {}

    /** An error as it travels. */
    public static RSocketErrorException of(Throwable error) {
        return of(
                error instanceof LabException known
                        ? ErrorBody.of(known)
                        : new ErrorBody("run-broken", String.valueOf(error), null));
    }

    /** A task's failure as it travels. */
    public static RSocketErrorException of(Failure failure) {
        return of(new ErrorBody(failure.code(), failure.message(), null));
    }

    private static RSocketErrorException of(ErrorBody body) {
        return new ApplicationErrorException(body.toText());
    }

    /** The error that has travelled. */
    public static LabException arrived(RSocketErrorException error) {
        return ErrorBody.exception(error.errorCode(), String.valueOf(error.getMessage()));
    }

    /** The error that has travelled, as what it was; any other, which is the connection's, as it is. */
    public static Throwable arrived(Throwable error) {
        return error instanceof RSocketErrorException travelled ? arrived(travelled) : error;
    }

    /** A process that failed its parent. */
    public static BrokenRunException processFailed(String message) {
        return new BrokenRunException("process-failed", message);
    }
}
