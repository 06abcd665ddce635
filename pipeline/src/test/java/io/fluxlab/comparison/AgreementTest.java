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
        strict.add("immediate", 1, "a");
        assertThatExceptionOfType(BrokenRunException.class).isThrownBy(() -> strict.add("immediate", 1, "b"));

        Agreement told = new Agreement(Rule.TOLD);
        told.add("old", 1, "a");
        assertThatNoException().isThrownBy(() -> told.add("new", 1, "b"));
        assertThat(told.doubt()).contains(new Doubt.ResultsDiffer("old", "new"));
    }

    /** A round of Poisson arrivals has more tasks than another, or fewer. */
    @Test
    void roundsOfOtherNumbersOfTasksAreNotHeldAgainstEachOther() {
        Agreement strict = new Agreement(Rule.STRICT);
        strict.add("immediate", 7, "a");
        strict.add("parallel", 7, "a");
        strict.add("immediate", 11, "b");
        assertThatExceptionOfType(BrokenRunException.class)
                .isThrownBy(() -> strict.add("parallel", 11, "c"))
                .withMessage("the lanes disagree on the results: b on immediate, c on parallel");

        add(7, "immediate a, parallel a");
        add(11, "parallel b, immediate b");
        assertThat(agreement.doubt()).isEmpty();
        add(9, "parallel c, immediate d");
        assertThat(agreement.doubt()).contains(new Doubt.ResultsVary());
    }

    private void add(String results) {
        add(1, results);
    }

    private void add(int tasks, String results) {
        for (String each : results.split(", ", -1)) {
            String[] laneAndResult = each.split(" ", 2);
            agreement.add(laneAndResult[0], tasks, laneAndResult[1]);
        }
    }
}
