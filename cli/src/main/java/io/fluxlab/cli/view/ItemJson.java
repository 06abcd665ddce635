package io.fluxlab.cli.view;

import io.fluxlab.comparison.ComparisonEvent.OfRun;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.wire.WireFormat;
import java.io.UncheckedIOException;

/** Items as JSON; one that can't be written so, as a user's method may return it, as the text that it says of itself. */
final class ItemJson {

    private ItemJson() {}

    /** A line without its end. */
    static byte[] of(Object item) {
        return WireFormat.JSON.write(writable(item));
    }

    /** What was meant to be written, with such texts in place of the items that can't be. */
    static Object withTexts(Object event) {
        return switch (event) {
            case TaskItems items ->
                new TaskItems(
                        items.seq(),
                        items.atNanos(),
                        items.task(),
                        items.from(),
                        items.items().stream().map(ItemJson::writable).toList());
            case OfRun run ->
                run.event() instanceof TaskItems items
                        ? new OfRun(run.seq(), run.atNanos(), run.round(), run.lane(), (TaskItems) withTexts(items))
                        : run;
            default -> event;
        };
    }

    private static Object writable(Object item) {
        try {
            WireFormat.JSON.write(item);
            return item;
        } catch (UncheckedIOException e) {
            return String.valueOf(item);
        }
    }
}
