package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {
    @ParameterizedTest
    @EnumSource
    void jsonHasTheIdAndReadsItBack(Outcome outcome) throws Exception {
        ObjectMapper json = new ObjectMapper();

        assertThat(json.writeValueAsString(outcome)).isEqualTo('"' + outcome.id() + '"');
        assertThat(json.readValue('"' + outcome.id() + '"', Outcome.class)).isEqualTo(outcome);
        assertThat(outcome.id()).matches("baseline|faster|slower|same|cant-tell");
    }
}
