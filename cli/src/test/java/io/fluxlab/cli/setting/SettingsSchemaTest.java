package io.fluxlab.cli.setting;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.cli.ServeSpec;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The schema of the file of settings, beside the options. */
class SettingsSchemaTest {

    private static Set<String> options() {
        Set<String> names = new TreeSet<>();
        ServeSettings.names(ServeSpec.of()).forEach(name -> names.add(name.substring(2)));
        names.remove("config");
        return names;
    }

    @Test
    void everyOptionIsAKeyAndEveryKeyAnOption() {
        assertThat(SettingsFile.schema().get("properties"))
                .isInstanceOfSatisfying(
                        Map.class,
                        keys -> assertThat(new TreeSet<Object>(keys.keySet())).isEqualTo(options()));
    }
}
