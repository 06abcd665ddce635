package io.fluxlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import io.fluxlab.comparison.Agreement.Rule;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.verdict.Doubt;
import org.junit.jupiter.api.Test;

class AgreementTest {

    private final Agreement agreement = new Agreement(Rule.UNLESS_RANDOM);

    @Test
    void resultsThatVaryOnEveryLaneAreRandomByNature() {
        add("immediate a, parallel b, immediate c, parallel d, immediate e");

        assertThat(agreement.doubt()).contains(new Doubt.ResultsVary());
    }

    @Test
    void laneThatContradictsOneThatRepeatsItselfIsWrong() {
        add("immediate a, parallel b");

        assertThatExceptionOfType(BrokenRunException.class)
                .isThrownBy(() -> add("immediate a"))
                .withMessage("the lanes disagree on the results: a on immediate, b on parallel")
                .satisfies(error -> assertThat(error.code()).isEqualTo("results-differ"));
    }

    @Test
    void laneThatIsWrongNowAndThenIsWrong() {
        add("immediate a, parallel a, immediate a, parallel a");

        assertThatExceptionOfType(BrokenRunException.class)
                .isThrownBy(() -> add("parallel b"))
                .withMessage("the lanes disagree on the results: a on immediate, several results on parallel");
    }

    @Test
    void laneThatVariesBeforeAnotherRepeatsItselfIsFoundThen() {
        add("parallel a, parallel b, immediate a");

        assertThatExceptionOfType(BrokenRunException.class).isThrownBy(() -> add("immediate a"));
    }

    @Test
    void oneRunEachLeavesItOpenWhichIsNoAgreement() {
        add("immediate a, parallel b");

        assertThatExceptionOfType(BrokenRunException.class)
                .isThrownBy(agreement::doubt)
                .withMessageEndingWith("more rounds would tell whether they are others each time, also on one lane");
    }

    @Test
    void equalResultsAreNoDoubt() {
        add("immediate a, parallel a, parallel a, immediate a");

        assertThat(agreement.doubt()).isEmpty();
    }

    @Test
    void whatIsPromisedIsHeldAtOnceAndWhatIsOnlyToldNever() {
        Agreement strict = new Agreement(Rule.STRICT);
        strict.add("immediate", "a");
        assertThatExceptionOfType(BrokenRunException.class).isThrownBy(() -> strict.add("immediate", "b"));

        Agreement told = new Agreement(Rule.TOLD);
        told.add("old", "a");
        assertThatNoException().isThrownBy(() -> told.add("new", "b"));
        assertThat(told.doubt()).contains(new Doubt.ResultsDiffer("old", "new"));
    }

    private void add(String results) {
        for (String each : results.split(", ", -1)) {
            String[] laneAndResult = each.split(" ", 2);
            agreement.add(laneAndResult[0], laneAndResult[1]);
        }
    }
}
