package io.fluxlab.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.Manifest;
import picocli.CommandLine.IVersionProvider;

/** Which Fluxlab this is, of which commit, and which Java runs it. */
final class Version implements IVersionProvider {

    /** The version, and the commit that it was built of. */
    static String number() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .map(number -> number + commit())
                .orElse("(not packaged)");
    }

    @Override
    public String[] getVersion() {
        String version = number();
        return new String[] {"fluxlab " + version + ", Java " + Runtime.version()};
    }

    /** What the build wrote into the manifest of the jar that this class is in. */
    private static String commit() {
        String self = Objects.requireNonNull(Version.class.getResource("Version.class"))
                .toString();
        URI manifest = URI.create(self.substring(0, self.lastIndexOf('!') + 1) + "/META-INF/MANIFEST.MF");
        try (InputStream in = manifest.toURL().openStream()) {
            return Optional.ofNullable(new Manifest(in).getMainAttributes().getValue("Fluxlab-Commit"))
                    .map(commit -> " (" + commit + ")")
                    .orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
