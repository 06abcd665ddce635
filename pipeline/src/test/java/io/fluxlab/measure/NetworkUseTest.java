package io.fluxlab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkUseTest {

    @Test
    void aTypicalRunHasTheMedianOfEachFigure() {
        NetworkUse typical = NetworkUse.typical(List.of(
                new NetworkUse(300L, 10, 9_000), new NetworkUse(100L, 30, 7_000), new NetworkUse(200L, 20, 8_000)));

        assertThat(typical).isEqualTo(new NetworkUse(200L, 20, 8_000));
    }

    @Test
    void runsWhoseMessagesDidNotComeBackHaveNoPartInTheRoundTrip() {
        NetworkUse typical = NetworkUse.typical(
                List.of(new NetworkUse(null, 10, 10), new NetworkUse(300L, 10, 10), new NetworkUse(null, 10, 10)));

        assertThat(typical).isEqualTo(new NetworkUse(300L, 10, 10));
        assertThat(NetworkUse.typical(List.of(new NetworkUse(null, 1, 2)))).isEqualTo(new NetworkUse(null, 1, 2));
    }

    @Test
    void noRunsAreNoNetwork() {
        assertThat(NetworkUse.typical(List.of())).isNull();
    }
}
