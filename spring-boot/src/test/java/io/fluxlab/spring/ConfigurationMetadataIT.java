package io.fluxlab.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.wire.WireFormat;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What editors know about the properties: the build writes it, and the jar brings it along. */
class ConfigurationMetadataIT {

    @Test
    void everyPropertyIsThereWithADescription() throws IOException {
        List<String> described = metadata().stream()
                .filter(property -> property.get("description") != null)
                .map(property -> String.valueOf(property.get("name")))
                .toList();

        assertThat(described).containsAll(names("fluxlab.", LabProperties.class).toList());
    }

    private static Stream<String> names(String prefix, Class<?> type) {
        return Stream.of(type.getRecordComponents()).flatMap(component -> names(prefix, component));
    }

    private static Stream<String> names(String prefix, RecordComponent component) {
        String name = prefix + component.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return component.getType().getEnclosingClass() == LabProperties.class
                ? names(name + ".", component.getType())
                : Stream.of(name);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> metadata() throws IOException {
        try (var file = LabProperties.class.getResourceAsStream("/META-INF/spring-configuration-metadata.json")) {
            assertThat(file).isNotNull();
            return (List<Map<String, Object>>)
                    WireFormat.JSON.readFields(file.readAllBytes()).get("properties");
        }
    }
}
