package io.fluxlab.lecture.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;

class BrokenStateTest extends SharedStateWorkloadContract {

    BrokenStateTest() {
        super("broken");
    }

    /** A fault that is shown ends it; so that it lasts, a first round must. */
    @Override
    protected Map<String, Object> endless() {
        return Map.of("variant", "broken", "steps", 1_000_000_000, "limitMillis", 3_600_000);
    }

    @RepeatedTest(10)
    void everyFaultIsSeen() {
        Found found = found();

        assertThat(found.names().torn()).isPositive();
        assertThat(found.names().example()).isIn("Sofya Chebyshev", "Pafnuty Kovalevskaya");
        assertThat(found.list().conflicts()).isPositive();
        assertThat(found.counter().lost()).isPositive();
        assertThat(found.counter().counted() + found.counter().lost())
                .isEqualTo(found.counter().increments());
    }

    @RepeatedTest(3)
    void everyThreadTouchesWhatIsShared() {
        Found found = found();

        assertThat(found.names().touchedBy()).containsExactly("reader", "writer-1", "writer-2");
        assertThat(found.list().touchedBy()).containsExactly("reader", "remover");
        assertThat(found.counter().touchedBy()).containsExactly("adder-1", "adder-2");
    }
}
