package io.fluxlab.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.fluxlab.run.RunEvent;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the events that come by the thousand field by field, byte for byte as databind would. Stateless. */
final class EventPrinter {

    private static final SerializableString TYPE = new SerializedString("type");
    private static final SerializableString SEQ = new SerializedString("seq");
    private static final SerializableString AT_NANOS = new SerializedString("atNanos");
    private static final SerializableString TASK = new SerializedString("task");
    private static final SerializableString LABEL = new SerializedString("label");
    private static final SerializableString WORKER = new SerializedString("worker");
    private static final SerializableString DONE = new SerializedString("done");
    private static final SerializableString TOTAL = new SerializedString("total");
    private static final SerializableString CONFLATED = new SerializedString("conflated");
    private static final SerializableString FROM = new SerializedString("from");
    private static final SerializableString ITEMS = new SerializedString("items");
    private static final SerializableString WALL_NANOS = new SerializedString("wallNanos");
    private static final SerializableString CPU_NANOS = new SerializedString("cpuNanos");

    private static final SerializableString TASK_STARTED = new SerializedString("task-started");
    private static final SerializableString TASK_PROGRESS = new SerializedString("task-progress");
    private static final SerializableString TASK_ITEMS = new SerializedString("task-items");
    private static final SerializableString TASK_FINISHED = new SerializedString("task-finished");

    private EventPrinter() {}

    /** Writes the event, unless databind must do that; tells whether it did. */
    static boolean print(RunEvent event, JsonGenerator out) throws IOException {
        switch (event) {
            case RunEvent.TaskStarted started -> {
                begin(TASK_STARTED, event, started.task(), out);
                text(LABEL, started.label(), out);
                text(WORKER, started.worker(), out);
            }
            case RunEvent.TaskProgress progress -> {
                begin(TASK_PROGRESS, event, progress.task(), out);
                number(DONE, progress.done(), out);
                number(TOTAL, progress.total(), out);
                number(CONFLATED, progress.conflated(), out);
            }
            case RunEvent.TaskItems batch -> {
                if (!batch.items().stream().allMatch(EventPrinter::isPlain)) {
                    return false;
                }
                begin(TASK_ITEMS, event, batch.task(), out);
                number(FROM, batch.from(), out);
                items(batch.items(), out);
            }
            case RunEvent.TaskFinished finished -> {
                begin(TASK_FINISHED, event, finished.task(), out);
                number(ITEMS, finished.items(), out);
                number(WALL_NANOS, finished.wallNanos(), out);
                number(CPU_NANOS, finished.cpuNanos(), out);
            }
            case RunEvent.RunStarted rare -> {
                return false;
            }
            case RunEvent.TaskFailed rare -> {
                return false;
            }
            case RunEvent.TaskTrace rare -> {
                return false;
            }
            case RunEvent.TaskSilent rare -> {
                return false;
            }
            case RunEvent.Pulse rare -> {
                return false;
            }
            case RunEvent.RunFinished rare -> {
                return false;
            }
        }
        out.writeEndObject();
        return true;
    }

    private static boolean isPlain(@Nullable Object item) {
        return item instanceof Long || item instanceof Integer || item instanceof String;
    }

    private static void begin(SerializableString tag, RunEvent event, int task, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeFieldName(TYPE);
        out.writeString(tag);
        number(SEQ, event.seq(), out);
        number(AT_NANOS, event.atNanos(), out);
        out.writeFieldName(TASK);
        out.writeNumber(task);
    }

    private static void items(List<?> items, JsonGenerator out) throws IOException {
        out.writeFieldName(ITEMS);
        out.writeStartArray(items, items.size());
        for (Object item : items) {
            if (item instanceof Long number) {
                out.writeNumber(number);
            } else if (item instanceof Integer number) {
                out.writeNumber(number);
            } else {
                out.writeString((String) item);
            }
        }
        out.writeEndArray();
    }

    private static void number(SerializableString name, long value, JsonGenerator out) throws IOException {
        out.writeFieldName(name);
        out.writeNumber(value);
    }

    private static void number(SerializableString name, @Nullable Long value, JsonGenerator out) throws IOException {
        if (value != null) {
            out.writeFieldName(name);
            out.writeNumber(value);
        }
    }

    /** A plan's labels are its author's business: there may be none. */
    private static void text(SerializableString name, @Nullable String value, JsonGenerator out) throws IOException {
        if (value != null) {
            out.writeFieldName(name);
            out.writeString(value);
        }
    }
}
