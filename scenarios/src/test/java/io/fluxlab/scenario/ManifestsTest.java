package io.fluxlab.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The manifests of a cluster on Kubernetes: they are YAML, and what they name in each other is there. */
class ManifestsTest {

    private static final Path MANIFESTS = Path.of("../docs/cluster/kubernetes.yaml");

    @Test
    void eachIsOfAKindAndHasAName() throws IOException {
        assertThat(manifests())
                .extracting(
                        each -> each.get("apiVersion") + " " + each.get("kind") + " " + at(each, "metadata", "name"))
                .containsExactly(
                        "v1 Service fluxlab-coordinator",
                        "apps/v1 StatefulSet fluxlab-coordinator",
                        "apps/v1 Deployment fluxlab-worker");
    }

    @Test
    void selectorsFindTheirPods() throws IOException {
        List<Map<String, Object>> manifests = manifests();
        Object coordinators = at(manifests.get(1), "spec", "template", "metadata", "labels");

        assertThat(at(manifests.get(0), "spec", "selector")).isEqualTo(coordinators);
        assertThat(at(manifests.get(1), "spec", "selector", "matchLabels")).isEqualTo(coordinators);
        assertThat(at(manifests.get(2), "spec", "selector", "matchLabels"))
                .isEqualTo(at(manifests.get(2), "spec", "template", "metadata", "labels"))
                .isNotEqualTo(coordinators);
    }

    @Test
    void whatIsMountedIsThereAndWorkersJoinTheService() throws IOException {
        List<Map<String, Object>> manifests = manifests();

        for (Map<String, Object> each : manifests.subList(1, 3)) {
            List<Object> volumes = new ArrayList<>(names(at(each, "spec", "template", "spec", "volumes")));
            if (at(each, "spec", "volumeClaimTemplates") instanceof List<?> claims) {
                claims.forEach(claim -> volumes.add(at(claim, "metadata", "name")));
            }
            assertThat(names(at(container(each), "volumeMounts"))).isNotEmpty().isSubsetOf(volumes);
        }
        assertThat(at(container(manifests.get(2)), "command"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains("--join=tls://" + at(manifests.get(0), "metadata", "name") + ":7879");
    }

    private static Object container(Object manifest) {
        return at(manifest, "spec", "template", "spec", "containers") instanceof List<?> containers
                ? containers.get(0)
                : Map.of();
    }

    private static List<Object> names(Object list) {
        List<Object> names = new ArrayList<>();
        if (list instanceof List<?> all) {
            all.forEach(each -> names.add(at(each, "name")));
        }
        return names;
    }

    private static Object at(Object value, String... path) {
        Object found = value;
        for (String key : path) {
            found = found instanceof Map<?, ?> map && map.get(key) != null ? map.get(key) : "nothing at " + key;
        }
        return found;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> manifests() throws IOException {
        List<Map<String, Object>> manifests = new ArrayList<>();
        Load load = new Load(LoadSettings.builder().build());
        load.loadAllFromString(Files.readString(MANIFESTS)).forEach(each -> manifests.add((Map<String, Object>) each));
        return manifests;
    }
}
