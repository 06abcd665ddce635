package io.fluxlab.server.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What the contract says of errors. */
public final class ContractErrors {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ContractErrors() {}

    /** Fails unless the message of an error frame is JSON that says what was wrong with the client, not the server. */
    public static void check(int frameCode, String message) {
        JsonNode error = parse(message);
        String code = error.path("code").asText();
        assertThat(code).as("error %x: %s", frameCode, message).isNotEmpty().isNotEqualTo("internal-error");
        assertThat(error.path("message").asText())
                .as("error %x: %s", frameCode, message)
                .isNotEmpty();
    }

    private static JsonNode parse(String message) {
        try {
            return JSON.readTree(message);
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + message, e);
        }
    }
}
