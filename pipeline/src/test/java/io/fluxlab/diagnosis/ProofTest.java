package io.fluxlab.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.diagnosis.Proof.Result;
import io.fluxlab.diagnosis.Proof.Side;
import io.fluxlab.wording.FindingWording;
import io.fluxlab.wording.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProofTest {

    private static final Side WELL = new Side(500, 0, 1_000L);

    @Test
    void fewerFailuresAreHelpAndMoreAreNone() {
        Side before = new Side(500, 323, null);

        assertThat(result(before, WELL, null, null)).isEqualTo(Result.HELPED);
        assertThat(before.succeeded()).isEqualTo(177);
        assertThat(result(WELL, before, null, null)).isEqualTo(Result.DID_NOT_HELP);
        assertThat(result(before, before, null, null)).isEqualTo(Result.DID_NOT_HELP);
    }

    @Test
    void onlyAnIntervalThatIsFasterAsAWholeIsHelp() {
        assertThat(result(WELL, WELL, 0.4, 0.6)).isEqualTo(Result.HELPED);
        assertThat(result(WELL, WELL, 0.96, 1.3)).isEqualTo(Result.DID_NOT_HELP);
        assertThat(result(WELL, WELL, 0.4, 1.3)).isEqualTo(Result.CANT_TELL);
        assertThat(result(WELL, WELL, null, null)).isEqualTo(Result.CANT_TELL);
    }

    @Test
    void whatThereWasNoTimeForSaysWhichTimeWouldDo() {
        Proof proof = Proof.outOfTime(Remedy.lane("virtual"), 16, 24_000_000_000L);

        assertThat(proof.result()).isEqualTo(Result.CANT_TELL);
        assertThat(FindingWording.in(Language.EN).proof(proof, "parallel"))
                .isEqualTo(
                        "virtual in place of parallel: there was not time enough to try it; about 24 s would do (--max-time).");
    }

    private static Result result(Side before, Side after, @Nullable Double low, @Nullable Double high) {
        return Proof.of(Remedy.lane("virtual"), before, after, low, low, high).result();
    }
}
