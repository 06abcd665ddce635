package io.fluxlab.spring.web;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.LabException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.wire.ErrorBody;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Answers a lab's errors as problem details (RFC 9457): 400 for a request that is wrong, 429 where a limit is reached, 503
 * from a lab that stops, 500 for a run that broke. An application's own handler of these goes first. Thread-safe.
 */
@RestControllerAdvice
@Order // last, after those of the application
public final class LabProblems {

    private static final Set<String> STOPPING = Set.of("lab-stopping", "server-stopping");

    /** Long enough for another run to end, and short enough to be waited for. */
    private static final String RETRY_AFTER_SECONDS = "5";

    /** The problem as an answer, with the error's code and fields. */
    @ExceptionHandler
    public ResponseEntity<ProblemDetail> answer(LabException error) {
        HttpStatus status = status(error);
        ErrorBody body = ErrorBody.of(error);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, body.message());
        problem.setType(URI.create("urn:fluxlab:" + body.code()));
        problem.setProperty("code", body.code());
        List<FieldError> fields = body.fields();
        if (fields != null && !fields.isEmpty()) {
            problem.setProperty("fields", fields);
        }
        ResponseEntity.BodyBuilder answer =
                ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (error instanceof RejectedRequestException) {
            answer.header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        }
        return answer.body(problem);
    }

    private static HttpStatus status(LabException error) {
        return switch (error) {
            case InvalidRequestException wrong -> HttpStatus.BAD_REQUEST;
            case RejectedRequestException rejected ->
                STOPPING.contains(rejected.code()) ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.TOO_MANY_REQUESTS;
            case BrokenRunException broken -> HttpStatus.INTERNAL_SERVER_ERROR;
        };
    }
}
