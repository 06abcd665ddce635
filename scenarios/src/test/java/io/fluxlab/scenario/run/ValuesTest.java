package io.fluxlab.scenario.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cel.common.values.NullValue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ValuesTest {

    @Test
    void elementWithoutAValueIsNullAndAFieldWithoutOneIsLeftOut() {
        Map<String, Object> item = new HashMap<>();
        item.put("list", Arrays.asList(42, null, "hello"));
        item.put("none", null);

        assertThat(Values.of(item)).isEqualTo(Map.of("list", List.of(42L, NullValue.NULL_VALUE, "hello")));
    }
}
