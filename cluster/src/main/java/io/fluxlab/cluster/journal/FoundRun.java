package io.fluxlab.cluster.journal;

import io.fluxlab.cluster.journal.Entry.Begun;
import io.fluxlab.cluster.message.FrameReader;
import io.fluxlab.cluster.message.Kind;
import io.fluxlab.cluster.message.Letter;
import io.fluxlab.wire.WireFormat;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a journal has of a run whose coordinator is gone. Not thread-safe. */
final class FoundRun {

    private final long number;
    private final TreeMap<Long, Stored> records = new TreeMap<>();
    private final Set<Long> all = new LinkedHashSet<>();
    private long beginning;
    private @Nullable Begun begun;
    private long end = Long.MAX_VALUE;

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Stored(byte type, byte[] content) {}

    FoundRun(long number) {
        this.number = number;
    }

    long number() {
        return number;
    }

    /** How it began; null where that was not written any more. */
    @Nullable
    Begun begun() {
        return begun;
    }

    /** The numbers of all its records. */
    List<Long> all() {
        return List.copyOf(all);
    }

    /**
     * Adds a record.
     *
     * @param hasRoom whether there is room for its content; without, nothing counts from it on
     * @return how many bytes it keeps of it
     */
    long add(long id, byte type, byte[] content, boolean hasRoom) {
        all.add(id);
        if (type == Entry.RUN) {
            beginning = id;
            begun = WireFormat.CBOR.read(content, Begun.class);
            return 0;
        }
        if (!hasRoom) {
            end = Math.min(end, id);
            return 0;
        }
        records.put(id, new Stored(type, content));
        return content.length;
    }

    /** Takes a record away; how many bytes it had kept of it. */
    long remove(long id) {
        all.remove(id);
        if (id == beginning) {
            begun = null;
        }
        Stored stored = records.remove(id);
        return stored == null ? 0 : stored.content().length;
    }

    /** The frames with results of each task that has ended well. */
    Map<Integer, List<byte[]>> ended() {
        Map<Integer, List<byte[]>> byTask = new TreeMap<>();
        List<Integer> ended = new ArrayList<>();
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (Stored each : records.headMap(end).values()) {
            whole.writeBytes(each.content());
            if (each.type() == Entry.FRAME) {
                byte[] frame = whole.toByteArray();
                whole.reset();
                new FrameReader(new Letter(Kind.FRAME, frame)).parts((task, isEnd) -> {
                    List<byte[]> ofTask = byTask.computeIfAbsent(task, any -> new ArrayList<>());
                    if (ofTask.isEmpty() || ofTask.get(ofTask.size() - 1) != frame) {
                        ofTask.add(frame);
                    }
                    if (isEnd) {
                        ended.add(task);
                    }
                });
            }
        }
        records.clear();
        byTask.keySet().retainAll(ended);
        return byTask;
    }
}
