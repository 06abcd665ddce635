package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.server.identity.CredentialsFile;
import java.nio.file.Path;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which credentials file. */
final class TokenFileOption {

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "The credentials file; fluxlab/credentials in $XDG_CONFIG_HOME or ~/.config.")
    private @Nullable Path file;

    /** The file that was named, or the usual one. */
    Path path() {
        Path named = file;
        if (named != null) {
            return named;
        }
        String config = System.getenv("XDG_CONFIG_HOME");
        Path folder = config == null || config.isBlank()
                ? Path.of(System.getProperty("user.home"), ".config")
                : Path.of(config);
        return folder.resolve("fluxlab/credentials");
    }

    /** Does something with the file; what is wrong with it is input. */
    <T> T with(Function<CredentialsFile, T> action) {
        try {
            return action.apply(CredentialsFile.of(path()));
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
