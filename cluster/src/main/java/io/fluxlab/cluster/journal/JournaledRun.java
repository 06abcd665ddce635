package io.fluxlab.cluster.journal;

import io.fluxlab.cluster.message.FrameReader;
import io.fluxlab.cluster.message.Kind;
import io.fluxlab.cluster.message.Letter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A run in a journal, until it ends. Confined to the run's loop. */
public final class JournaledRun {

    private final RunJournal journal;
    private final long number;
    private final List<Long> records;
    private final Map<Integer, List<byte[]>> found;
    private final BitSet before = new BitSet();
    private final Consumer<String> onFailure;

    JournaledRun(
            RunJournal journal,
            long number,
            List<Long> records,
            Map<Integer, List<byte[]>> found,
            Consumer<String> onFailure) {
        this.journal = journal;
        this.number = number;
        this.records = new ArrayList<>(records);
        this.found = found;
        found.keySet().forEach(before::set);
        this.onFailure = onFailure;
    }

    /** Told why nothing more can be written; on any thread. */
    Consumer<String> onFailure() {
        return onFailure;
    }

    /** Whether a task's results are there from before. */
    public boolean has(int task) {
        return before.get(task);
    }

    /** Tells a task's results, once: then they are forgotten here. */
    public void replay(int task, ClassLoader types, FrameReader.Listener listener) {
        List<byte[]> frames = found.remove(task);
        if (frames != null) {
            frames.forEach(frame -> new FrameReader(new Letter(Kind.FRAME, frame)).read(types, task, listener));
        }
    }

    /** Writes results down; waits where more is on its way to the disk than may be. */
    public void append(byte[] frame) {
        journal.append(number, frame, records);
    }

    /** The run has ended: nothing of it is kept. */
    public void end() {
        journal.forget(this, records);
    }
}
