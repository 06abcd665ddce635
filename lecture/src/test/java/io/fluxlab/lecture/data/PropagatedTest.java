package io.fluxlab.lecture.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.context.ContextRegistry;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Hooks;

class PropagatedTest extends HopContract {

    PropagatedTest() {
        super("propagated");
    }

    @RepeatedTest(20)
    void eachSeesOnlyItsOwnAcrossTheHop() {
        assertThat(seen()).allSatisfy(each -> assertThat(each.seen()).isEqualTo(each.mine()));
    }

    @Test
    void nobodyElsesRegistryIsTouched() {
        seen();

        assertThat(ContextRegistry.getInstance().getThreadLocalAccessors())
                .noneMatch(accessor -> accessor.key().equals("private-data"));
        assertThat(Hooks.isAutomaticContextPropagationEnabled()).isFalse();
    }
}
