package io.fluxlab.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Fluxlab this is, and which Java runs it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                .orElse("(not packaged)");
        return new String[] {"fluxlab " + version + ", Java " + Runtime.version()};
    }
}
