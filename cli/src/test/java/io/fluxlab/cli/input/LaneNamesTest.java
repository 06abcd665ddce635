package io.fluxlab.cli.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaneNamesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "immediate,parallel | immediate parallel",
                "bounded-elastic:threads=16,queue=100,virtual | bounded-elastic:threads=16,queue=100 virtual",
                "gil:switchMillis=1,gil:switchMillis=100 | gil:switchMillis=1 gil:switchMillis=100",
                "immediate,queue=100 | immediate queue=100",
                "queue=100 | queue=100"
            })
    void settingsBelongToTheLaneBeforeThem(String typed, String lanes) {
        assertThat(LaneNames.joined(List.of(typed.split(",")))).containsExactly(lanes.split(" "));
    }
}
