package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedBudgetTest {

    private final SharedBudget budget = new SharedBudget("apples", 10);
    private final List<String> ended = new ArrayList<>();

    private SharedBudget.Share share(String name) {
        return budget.join(why -> ended.add(name + ": " + why.body().message()));
    }

    @Test
    void whoHoldsMostHasToGoAndNobodyElse() {
        SharedBudget.Share large = share("large");
        SharedBudget.Share small = share("small");
        large.add(7);
        small.add(3);
        assertThat(ended).isEmpty();
        small.add(1);
        assertThat(ended)
                .containsExactly("large: apples must be at most 10, was 11: this connection holds most of it, 7");
        assertThat(budget.total()).isEqualTo(4);
    }

    @Test
    void whoHasGoneTakesAndGivesNothingAnyMore() {
        SharedBudget.Share gone = share("gone");
        gone.add(11);
        gone.add(5);
        gone.add(-3);
        gone.end();
        assertThat(ended).hasSize(1);
        assertThat(budget.total()).isZero();
    }

    @Test
    void whatWasGivenBackCanBeTaken() {
        SharedBudget.Share first = share("first");
        first.add(10);
        first.add(-10);
        share("second").add(10);
        assertThat(ended).isEmpty();
    }
}
