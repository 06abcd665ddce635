package io.fluxlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fluxlab.wire.WireFormat;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClientOptionsTest {

    @Test
    void speakCborUnlessToldOtherwise() {
        assertThat(ClientOptions.DEFAULT.format()).isEqualTo(WireFormat.CBOR);
        assertThat(ClientOptions.DEFAULT.with(WireFormat.JSON).format()).isEqualTo(WireFormat.JSON);
    }

    @Test
    void nameValueAndBoundOfATimeThatIsTooShort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientOptions.DEFAULT.withConnectTimeout(Duration.ZERO))
                .withMessage("connectTimeout must be between 1 and 86400000 ms, was 0");
    }

    @Test
    void refuseALifetimeShorterThanTheInterval() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ClientOptions.DEFAULT.withKeepAlive(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .withMessage("keepAliveLifetime must be between 2000 and 86400000 ms, was 1000");
    }
}
