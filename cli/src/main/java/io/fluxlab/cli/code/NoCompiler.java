package io.fluxlab.cli.code;

import io.fluxlab.cli.input.UsageException;
import java.nio.file.Path;

/** Says what to do where Java comes without a compiler. */
final class NoCompiler {

    private NoCompiler() {}

    static UsageException toCompile(Path file) {
        return new UsageException(
                "%s can't be compiled: the Java in %s has no compiler. Run Fluxlab with a JDK, or compile the file first and name its class: --call CLASS::METHOD"
                        .formatted(file, System.getProperty("java.home")));
    }
}
