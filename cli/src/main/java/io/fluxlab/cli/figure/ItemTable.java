package io.fluxlab.cli.figure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Prose;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.cli.console.Width;
import io.fluxlab.wire.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Items for a person: objects of one kind as a table where there is room, else field by field; others as JSON. */
record ItemTable(List<JsonNode> items) {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MOST_LINES = 6;

    /** An item as it travels. */
    static JsonNode item(Object item) {
        try {
            return MAPPER.readTree(WireFormat.JSON.write(item));
        } catch (IOException e) {
            throw new UncheckedIOException("what was written as JSON can't be read: " + item, e);
        }
    }

    List<String> lines(int width, Palette palette) {
        List<String> names = names(items.get(0));
        boolean alike =
                !names.isEmpty() && items.stream().allMatch(item -> names(item).equals(names));
        if (alike) {
            Table table = table(names);
            if (table.width() <= width) {
                return table.lines(palette);
            }
        }
        return items.stream().flatMap(item -> lines(item, width).stream()).toList();
    }

    /** An object's fields as far as they go, with a line for what does not fit into the first. */
    private static List<String> lines(JsonNode item, int width) {
        if (!item.isObject()) {
            return List.of(Width.cut(item.toString(), width));
        }
        String fields =
                names(item).stream().map(name -> name + "=" + item.get(name)).collect(Collectors.joining(" "));
        return Prose.wrap(fields, width, "  ").stream()
                .limit(MOST_LINES)
                .map(line -> Width.cut(line, width))
                .toList();
    }

    private Table table(List<String> names) {
        Table table = Table.of(names.stream()
                .map(name -> isFigure(name) ? Column.right(name) : Column.left(name))
                .toArray(Column[]::new));
        items.forEach(item -> table.row(
                names.stream().map(name -> Cell.of(text(item.get(name)))).toArray(Cell[]::new)));
        return table;
    }

    private boolean isFigure(String name) {
        return items.stream().allMatch(item -> item.get(name).isNumber());
    }

    private static List<String> names(JsonNode item) {
        List<String> names = new ArrayList<>();
        item.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.asText() : value.toString();
    }
}
