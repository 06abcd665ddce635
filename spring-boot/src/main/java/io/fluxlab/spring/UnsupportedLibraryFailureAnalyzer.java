package io.fluxlab.spring;

import io.fluxlab.lab.UnsupportedLibraryException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Makes one message of an application's start that fails for a library, instead of a stack trace. Stateless. */
final class UnsupportedLibraryFailureAnalyzer extends AbstractFailureAnalyzer<UnsupportedLibraryException> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, UnsupportedLibraryException cause) {
        return new FailureAnalysis(
                "A lab can't be built with the libraries on the class path:\n  - "
                        + String.join("\n  - ", cause.problems()),
                "Take Spring Boot 4.0 or 4.1, and let it name the versions of what is listed above.",
                cause);
    }
}
