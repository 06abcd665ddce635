package io.fluxlab.junit.engine;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.fluxlab.junit.expectation.Answer;
import io.fluxlab.junit.expectation.Evidence;
import io.fluxlab.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.engine.UniqueId;

/**
 * What became of a test. Immutable.
 *
 * @param test the class and method
 * @param answers to all that was expected
 * @param verdict the comparison's, with the raw figures of all rounds
 */
record Report(String test, List<Answer> answers, Verdict verdict) {

    /** The configuration parameter of JUnit that says where reports are written. */
    static final String DIRECTORY = "fluxlab.reports.directory";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    Report {
        answers = List.copyOf(answers);
    }

    static Report of(Method body, ExtensionContext context, Evidence evidence, List<Answer> answers) {
        String test = body.getDeclaringClass().getName() + "." + body.getName();
        return new Report(test + invocation(context), answers, evidence.verdict());
    }

    /** {@code -2} for the second of several invocations. */
    private static String invocation(ExtensionContext context) {
        return UniqueId.parse(context.getUniqueId())
                .getLastSegment()
                .getValue()
                .replaceFirst("^#", "-")
                .replaceFirst("^[^-].*", "");
    }

    /** The report as JUnit's reporters take it: {@code fluxlab.1} and so on, and what is recommended. */
    Map<String, String> entries() {
        Map<String, String> entries = new LinkedHashMap<>();
        entries.put("fluxlab", verdict.reason());
        for (int i = 0; i < answers.size(); i++) {
            entries.put("fluxlab." + (i + 1), answers.get(i).line());
        }
        return entries;
    }

    /** Writes the report as JSON, in a file of the test's name. */
    void write(ExtensionContext context) {
        Path directory = context.getConfigurationParameter(DIRECTORY)
                .map(Path::of)
                .orElse(Path.of(Files.isDirectory(Path.of("build")) ? "build" : "target", "fluxlab"));
        try {
            Files.createDirectories(directory);
            Files.write(directory.resolve(test + ".json"), JSON.writeValueAsBytes(this));
        } catch (IOException e) {
            throw new UncheckedIOException("the report of " + test + " could not be written to " + directory, e);
        }
    }
}
