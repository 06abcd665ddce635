package io.fluxlab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The libraries that the command is made of, as the build wrote them into its jar: a bill of materials of CycloneDX. */
final class Dependencies {

    private static final String BILL = "/META-INF/sbom/fluxlab.cdx.json";
    private static final String OURS = "io.fluxlab";

    private Dependencies() {}

    /**
     * One library. Immutable.
     *
     * @param name group and artifact
     * @param licence as the library's own description has it; empty where that says nothing
     */
    record Dependency(String name, String version, String licence) {}

    /** All but the project's own, by name. */
    static List<Dependency> all() {
        try (InputStream bill = Dependencies.class.getResourceAsStream(BILL)) {
            if (bill == null) {
                throw new FailedException(
                        "the list of libraries is made when the command is packaged, which this is not");
            }
            return of(new ObjectMapper().readTree(bill));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Those of a bill of materials. */
    static List<Dependency> of(JsonNode bill) {
        return StreamSupport.stream(bill.path("components").spliterator(), false)
                .filter(component -> !component.path("group").asText().equals(OURS))
                .map(component -> new Dependency(
                        component.path("group").asText() + ":"
                                + component.path("name").asText(),
                        component.path("version").asText(),
                        licences(component.path("licenses"))))
                .sorted(Comparator.comparing(Dependency::name))
                .toList();
    }

    private static String licences(JsonNode choices) {
        return StreamSupport.stream(choices.spliterator(), false)
                .map(Dependencies::licence)
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" or "));
    }

    /** By its id among those of SPDX, else by its name, else an expression of several. */
    private static Optional<String> licence(JsonNode choice) {
        JsonNode licence = choice.path("license");
        return Stream.of(licence.path("id"), licence.path("name"), choice.path("expression"))
                .map(JsonNode::asText)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
