package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxlab.cli.Dependencies.Dependency;
import org.junit.jupiter.api.Test;

class VersionTest {

    @Test
    void versionIsWhatTheOptionSays() {
        CommandRun version = CommandRun.of("version");
        assertThat(version.status()).isZero();
        assertThat(version.outLines()).isEqualTo(CommandRun.of("--version").outLines());
        assertThat(version.outLines().get(0))
                .startsWith("fluxlab ")
                .contains(Runtime.version().toString());
    }

    @Test
    void librariesAreReadFromTheBillOfMaterials() throws Exception {
        String bill = """
                {"components": [
                  {"group": "org.b", "name": "b", "version": "2", "licenses": [{"expression": "MIT OR Apache-2.0"}]},
                  {"group": "io.fluxlab", "name": "fluxlab-pipeline", "version": "1"},
                  {"group": "org.a", "name": "a", "version": "1",
                   "licenses": [{"license": {"id": "MIT"}}, {"license": {"name": "Other"}}]},
                  {"group": "org.c", "name": "c", "version": "3"}]}
                """;
        assertThat(Dependencies.of(new ObjectMapper().readTree(bill)))
                .containsExactly(
                        new Dependency("org.a:a", "1", "MIT or Other"),
                        new Dependency("org.b:b", "2", "MIT OR Apache-2.0"),
                        new Dependency("org.c:c", "3", ""));
    }
}
