package io.fluxlab.scenario.report;

import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/** The pages' templates; whatever is put into them is escaped for HTML. Thread-safe. */
final class Templates {

    private static final PebbleEngine ENGINE = engine();

    private Templates() {}

    static String page(Page page) {
        return filled("page", page.values());
    }

    static String index(Map<String, Object> values) {
        return filled("index", values);
    }

    static String curves(Map<String, Object> values) {
        return filled("curves", values);
    }

    private static PebbleEngine engine() {
        ClasspathLoader loader = new ClasspathLoader(Templates.class.getClassLoader());
        loader.setPrefix("io/fluxlab/scenario/report/");
        loader.setSuffix(".peb");
        return new PebbleEngine.Builder().loader(loader).strictVariables(true).build();
    }

    private static String filled(String template, Map<String, Object> values) {
        StringWriter html = new StringWriter();
        try {
            ENGINE.getTemplate(template).evaluate(html, values);
        } catch (IOException e) {
            throw new UncheckedIOException("a page can't be written into memory", e);
        }
        return html.toString();
    }
}
