package io.fluxlab.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ForwardingPlanTest {

    @Test
    void nothingThatAPlanKnowsIsForgotten() {
        assertThat(Plan.class.getDeclaredMethods())
                .filteredOn(method -> !Modifier.isStatic(method.getModifiers()) && !method.isSynthetic())
                .hasSizeGreaterThan(5)
                .allSatisfy(method ->
                        assertThat(isForwarded(method)).as(method.getName()).isTrue());
    }

    private static boolean isForwarded(Method method) {
        return Arrays.stream(ForwardingPlan.class.getDeclaredMethods())
                .anyMatch(each -> each.getName().equals(method.getName())
                        && Arrays.equals(each.getParameterTypes(), method.getParameterTypes()));
    }
}
