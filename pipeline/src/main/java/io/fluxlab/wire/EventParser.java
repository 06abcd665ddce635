package io.fluxlab.wire;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.fluxlab.run.RunEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events that come by the thousand field by field, to the records that databind would make of them. Simple
 * fields that are not known are skipped; what is otherwise not as {@link EventPrinter} writes it is left to databind,
 * which knows best what to make of it. Not thread-safe.
 */
final class EventParser {

    private long seq;
    private long atNanos;
    private int task;
    private @Nullable String label;
    private @Nullable String worker;
    private long done;
    private @Nullable Long total;
    private long conflated;
    private long from;
    private @Nullable List<Object> items;
    private long count;
    private long wallNanos;
    private @Nullable Long cpuNanos;

    /**
     * Reads the next event of the parser.
     *
     * @return null where databind must read it; the parser may then be somewhere inside it
     * @throws IOException where databind must read it, or can't either
     */
    @Nullable
    RunEvent next(JsonParser in) throws IOException {
        if (in.nextToken() != JsonToken.START_OBJECT || !"type".equals(in.nextFieldName())) {
            return null;
        }
        String tag = in.nextTextValue();
        return tag == null
                ? null
                : switch (tag) {
                    case "task-started" -> started(in);
                    case "task-progress" -> progress(in);
                    case "task-items" -> batch(in);
                    case "task-finished" -> finished(in);
                    default -> null;
                };
    }

    private @Nullable RunEvent started(JsonParser in) throws IOException {
        readFields(in);
        return label == null || worker == null ? null : new RunEvent.TaskStarted(seq, atNanos, task, label, worker);
    }

    private RunEvent progress(JsonParser in) throws IOException {
        readFields(in);
        return new RunEvent.TaskProgress(seq, atNanos, task, done, total, conflated);
    }

    private @Nullable RunEvent batch(JsonParser in) throws IOException {
        readFields(in);
        return items == null ? null : new RunEvent.TaskItems(seq, atNanos, task, from, items);
    }

    private @Nullable RunEvent finished(JsonParser in) throws IOException {
        readFields(in);
        return items != null ? null : new RunEvent.TaskFinished(seq, atNanos, task, count, wallNanos, cpuNanos);
    }

    /** Takes all fields up to the event's end; those that are missing are zero or null. */
    private void readFields(JsonParser in) throws IOException {
        clear();
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            JsonToken token = in.nextToken();
            switch (name) {
                case "seq" -> seq = whole(token, in);
                case "atNanos" -> atNanos = whole(token, in);
                case "task" -> {
                    whole(token, in);
                    task = in.getIntValue();
                }
                case "label" -> label = text(token, in);
                case "worker" -> worker = text(token, in);
                case "done" -> done = whole(token, in);
                case "total" -> total = token == JsonToken.VALUE_NULL ? null : (Long) whole(token, in);
                case "conflated" -> conflated = whole(token, in);
                case "from" -> from = whole(token, in);
                case "items" -> {
                    if (token == JsonToken.START_ARRAY) {
                        items = elements(in);
                    } else {
                        count = whole(token, in);
                    }
                }
                case "wallNanos" -> wallNanos = whole(token, in);
                case "cpuNanos" -> cpuNanos = token == JsonToken.VALUE_NULL ? null : (Long) whole(token, in);
                default -> skip(token, in);
            }
        }
        if (in.currentToken() != JsonToken.END_OBJECT) {
            throw unusual(in);
        }
    }

    private void clear() {
        seq = 0;
        atNanos = 0;
        task = 0;
        label = null;
        worker = null;
        done = 0;
        total = null;
        conflated = 0;
        from = 0;
        items = null;
        count = 0;
        wallNanos = 0;
        cpuNanos = null;
    }

    private static List<Object> elements(JsonParser in) throws IOException {
        List<Object> elements = new ArrayList<>();
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            elements.add(token == JsonToken.VALUE_STRING ? in.getText() : (Object) whole(token, in));
        }
        return elements;
    }

    /** A scalar of a field that a later version may have added; its text must be one all the same. */
    private static void skip(@Nullable JsonToken token, JsonParser in) throws IOException {
        if (token == null || !token.isScalarValue() || token == JsonToken.VALUE_EMBEDDED_OBJECT) {
            throw unusual(in);
        }
        if (token == JsonToken.VALUE_STRING) {
            in.getText();
        }
    }

    private static long whole(@Nullable JsonToken token, JsonParser in) throws IOException {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            throw unusual(in);
        }
        return in.getLongValue();
    }

    private static String text(@Nullable JsonToken token, JsonParser in) throws IOException {
        if (token != JsonToken.VALUE_STRING) {
            throw unusual(in);
        }
        return in.getText();
    }

    private static JsonParseException unusual(JsonParser in) {
        return new JsonParseException(in, "not as an event is usually written");
    }
}
