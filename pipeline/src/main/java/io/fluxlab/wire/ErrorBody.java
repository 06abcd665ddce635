package io.fluxlab.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.LabException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.parameter.Names;
import io.fluxlab.parameter.Shown;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The message of an RSocket error frame: always JSON, whatever format the data has. Immutable. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ErrorBody(
        String code, String message, @Nullable List<FieldError> fields) {

    /** RSocket's code for a bad request. */
    public static final int INVALID = 0x204;

    /** RSocket's code for a limit or missing rights. */
    public static final int REJECTED = 0x202;

    /** RSocket's code for what broke. */
    public static final int APPLICATION_ERROR = 0x201;

    /** No answer is many times larger than what it answers. */
    private static final int MOST_FIELDS = 100;

    private static final int MOST_TEXT = 200;

    private static final int MOST_OF_A_MESSAGE = 1_000;

    private static final int MOST_OF_ALL_MESSAGES = 8_000;

    /** What an error frame says of an exception: of its first hundred fields, with long values cut short. */
    public static ErrorBody of(LabException error) {
        List<FieldError> fields =
                error.fields().stream().limit(MOST_FIELDS).map(ErrorBody::brief).toList();
        return new ErrorBody(error.code(), cut(String.valueOf(error.getMessage()), MOST_OF_ALL_MESSAGES), fields);
    }

    /** The code of the error frame that carries an exception. */
    public static int frameCode(LabException error) {
        return switch (error) {
            case InvalidRequestException ignored -> INVALID;
            case RejectedRequestException ignored -> REJECTED;
            case BrokenRunException ignored -> APPLICATION_ERROR;
        };
    }

    /** The message of the error frame. */
    public String toText() {
        return new String(WireFormat.JSON.write(this), StandardCharsets.UTF_8);
    }

    /** The exception that an error frame carried; also where its message is none of ours. */
    public static LabException exception(int frameCode, String text) {
        ErrorBody body = parse(text);
        List<FieldError> fields = body.fields == null ? List.of() : body.fields;
        return switch (frameCode) {
            case INVALID -> new InvalidRequestException(body.code, body.message, fields);
            case REJECTED -> new RejectedRequestException(body.code, body.message, fields);
            default -> new BrokenRunException(body.code, body.message, fields);
        };
    }

    private static FieldError brief(FieldError error) {
        Object value = error.value();
        if (value != null && Shown.isLongerThan(MOST_TEXT, value)) {
            value = Names.shortened(Shown.beginning(value, MOST_TEXT));
        }
        return new FieldError(Names.shortened(error.field()), value, cut(error.message(), MOST_OF_A_MESSAGE));
    }

    private static String cut(String message, int most) {
        return message.length() <= most ? message : message.substring(0, most - 3) + "...";
    }

    private static ErrorBody parse(String text) {
        try {
            @Nullable ErrorBody body = WireFormat.JSON.read(text.getBytes(StandardCharsets.UTF_8), ErrorBody.class);
            return body == null || body.code == null || body.message == null
                    ? new ErrorBody("error", text, null)
                    : body;
        } catch (UncheckedIOException e) {
            return new ErrorBody("error", text, null);
        }
    }
}
