package io.fluxlab.server.identity;

import io.fluxlab.error.FieldError;
import io.fluxlab.error.RejectedRequestException;
import java.time.Duration;
import java.util.List;

/** What is said to those who may not. Nothing in it tells which names there are. Stateless. */
public final class Denial {

    /** Nobody knows who asks, or whoever it was has lost the right. */
    public static final String UNAUTHENTICATED = "unauthenticated";

    /** It is known who asks, and that role may not. */
    public static final String FORBIDDEN = "forbidden";

    /** There were too many wrong credentials, or too many wait to be checked. */
    public static final String TOO_MANY_ATTEMPTS = "too-many-attempts";

    /** The field that says after how many seconds another attempt may be made. */
    public static final String WAIT_SECONDS = "waitSeconds";

    private static final long A_FEW_SECONDS = 3;

    private Denial() {}

    static RejectedRequestException nothingShown() {
        return unauthenticated("this lab asks who you are: show a token");
    }

    static RejectedRequestException wrong() {
        return unauthenticated("the name, token or certificate is not one that this lab knows");
    }

    static RejectedRequestException revoked() {
        return unauthenticated("the credentials that were shown are not valid any more");
    }

    static RejectedRequestException tooManyAttempts(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        return tooManyAttempts(
                "too many wrong credentials from this address or for this name: try again in " + seconds + " s",
                seconds);
    }

    static RejectedRequestException busy() {
        return tooManyAttempts("too many credentials wait to be checked: try again in a few seconds", A_FEW_SECONDS);
    }

    private static RejectedRequestException tooManyAttempts(String message, long seconds) {
        return new RejectedRequestException(
                TOO_MANY_ATTEMPTS, message, List.of(new FieldError(WAIT_SECONDS, seconds, message)));
    }

    /** Says which role would do. */
    public static RejectedRequestException forbidden(String what, Principal principal, Role wanted) {
        String message = "%s takes the role %s, %s is %s"
                .formatted(what, wanted.id(), principal.name(), principal.role().id());
        return new RejectedRequestException(
                FORBIDDEN,
                message,
                List.of(new FieldError("role", principal.role().id(), message)));
    }

    private static RejectedRequestException unauthenticated(String message) {
        return new RejectedRequestException(UNAUTHENTICATED, message, List.of());
    }
}
