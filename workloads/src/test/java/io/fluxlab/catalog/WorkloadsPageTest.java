package io.fluxlab.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.lab.WorkloadInfo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages that describe the workloads, and the traps, say what is so. */
class WorkloadsPageTest {

    private static final List<Path> PAGES =
            List.of(Path.of("..", "docs", "workloads.md"), Path.of("..", "docs", "traps.md"));

    static List<WorkloadInfo> workloads() {
        return LocalLab.create().workloads().collectList().block();
    }

    @ParameterizedTest
    @MethodSource("workloads")
    void everyParameterIsThereWithItsDefaultAndBounds(WorkloadInfo workload) throws IOException {
        List<String> rows = rows(workload.name());

        List<String> expected = new ArrayList<>();
        properties(workload).forEach((name, property) -> expected.add("`" + name + "` | " + shown(property)));
        assertThat(rows).isEqualTo(expected);
    }

    /** Name and default of each row in the workload's section, with what of the bounds the schema knows. */
    private static List<String> rows(String workload) throws IOException {
        String page = "";
        for (Path each : PAGES) {
            page += Files.readString(each);
        }
        String heading = "\n## `" + workload + "`\n";
        assertThat(page).contains(heading);
        String section =
                page.substring(page.indexOf(heading) + heading.length()).split("\n## ", 2)[0];
        return section.lines()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split(" \\| "))
                .map(cells -> cells[0].substring(2) + " | " + plain(cells[1]) + " | " + plain(cells[2]))
                .toList();
    }

    private static String plain(String cell) {
        return cell.replace("`", "").replace("10^14", "100000000000000").replaceAll(",? (at most m|ranges).*", "");
    }

    private static String shown(Map<String, Object> property) {
        return shown(property.get("default")) + " | " + allowed(property);
    }

    private static String shown(Object value) {
        return value instanceof List<?> list && list.isEmpty() ? "none" : String.valueOf(value);
    }

    private static String allowed(Map<String, Object> property) {
        if (property.get("enum") instanceof List<?> ids) {
            return String.join(", ", ids.stream().map(String::valueOf).toList());
        }
        if ("string".equals(property.get("type"))) {
            return "a text";
        }
        Object least = property.get("minimum");
        Object most = property.get("maximum");
        if (property.get("maxItems") instanceof Long items) {
            return "up to " + items;
        }
        return least == null ? "any number" : most == null ? least + " and more" : least + " to " + most;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> properties(WorkloadInfo workload) {
        return (Map<String, Map<String, Object>>) workload.parameters().get("properties");
    }
}
