package io.fluxlab.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What everybody can use, as axe-core judges it. Stateless. */
final class Accessible {

    private static final Path AXE = Path.of("target/web/node_modules/axe-core/axe.min.js");

    private static final String RUN = "async () => (await axe.run()).violations.map(each => ({"
            + " rule: each.id, help: each.help, at: each.nodes.map(node => node.html).slice(0, 3).join(' | ') }))";

    private Accessible() {}

    /** Nothing for axe to find, and nothing that one has to scroll aside for. */
    static void check(Page page, String what) {
        try {
            page.evaluate(Files.readString(AXE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<?> found = (List<?>) page.evaluate(RUN);
        List<String> violations = found.stream()
                .map(each -> new TreeMap<>((Map<?, ?>) each).toString())
                .toList();
        assertThat(violations).as(what).isEmpty();
        assertThat((Integer) page.evaluate("() => document.documentElement.scrollWidth - innerWidth"))
                .as("%s is so much wider than the window", what)
                .isLessThanOrEqualTo(0);
    }
}
