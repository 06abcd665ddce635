package io.fluxlab.catalog;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Pbkdf2Test {

    private static final String PASSWORD = "correct horse";
    private static final byte[] SALT = "battery staple".getBytes(US_ASCII);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 10_000})
    void agreesWithTheJdk(int iterations) throws Exception {
        PBEKeySpec spec = new PBEKeySpec(PASSWORD.toCharArray(), SALT, iterations, 256);
        byte[] expected = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(spec)
                .getEncoded();

        assertThat(Pbkdf2.derive(PASSWORD.getBytes(US_ASCII), SALT, iterations, done -> {}))
                .isEqualTo(expected);
    }

    @Test
    void checkpointsOnTheWay() throws Exception {
        List<Long> checkpoints = new ArrayList<>();

        Pbkdf2.derive(PASSWORD.getBytes(US_ASCII), SALT, 600, checkpoints::add);

        assertThat(checkpoints).containsExactly(256L, 512L, 600L);
    }
}
