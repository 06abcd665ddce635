package io.fluxlab.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.scenario.script.ScriptReader;
import io.fluxlab.scenario.script.Scripts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each expectation there is a world in which it is wrong; {@link MutationsIT} looks whether that is noticed. */
class MutationsTest {

    static Stream<String> names() {
        return Stream.concat(Scripts.names().stream(), Scripts.trapNames().stream());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyExpectationHasAMutationAndEveryMutationAnExpectation(String name) {
        var expectations = Scripts.read(name, ScriptReader.ofTextsAlone()).expectations();

        assertThat(Mutation.of(name).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        expectations.stream().map(Mutation::key).toList());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyMutationSaysWhatIsBrokenAndBreaksSomething(String name) {
        assertThat(Mutation.of(name)).isNotEmpty().allSatisfy((proves, mutation) -> {
            assertThat(mutation.broken()).isNotBlank();
            assertThat(List.of(
                            mutation.requests(),
                            mutation.steps(),
                            mutation.lanes(),
                            mutation.items(),
                            mutation.figures()))
                    .anyMatch(change -> !change.isEmpty());
        });
    }

    @Test
    void everyFileOfMutationsBelongsToAScenario() throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/mutations"))) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".yaml", "")))
                    .containsExactlyInAnyOrderElementsOf(names().toList());
        }
    }
}
