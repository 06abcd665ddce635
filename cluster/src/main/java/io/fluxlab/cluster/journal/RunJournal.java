package io.fluxlab.cluster.journal;

import io.fluxlab.cluster.journal.Entry.Begun;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.kept.LastingRun;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The journal of a coordinator: the results of runs that are to last, until they end. Thread-safe. Whoever opens it closes
 * it; one process at a time has a folder.
 */
public final class RunJournal implements AutoCloseable {

    /** What was found may take so much of the heap; what there is no room for is run again. */
    private static final int PART_OF_HEAP = 8;

    private final Disk disk;
    private final FileChannel lock;
    private final AtomicLong numbers = new AtomicLong();
    private final Map<String, FoundRun> unfinished = new LinkedHashMap<>();
    private final Set<JournaledRun> going = ConcurrentHashMap.newKeySet();

    private RunJournal(Path folder, Consumer<String> onFailure) throws IOException {
        Files.createDirectories(folder);
        this.lock = locked(folder);
        this.disk = new Disk(folder, why -> {
            onFailure.accept(why);
            going.forEach(each -> each.onFailure().accept(why));
        });
        try {
            load();
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    /**
     * Opens the journal in a folder, which is made where it is missing; blocks until what is in it has been read.
     *
     * @param onFailure told once why nothing more can be written; on any thread
     * @throws IOException where it can't be read or written, or another process has it
     */
    public static RunJournal open(Path folder, Consumer<String> onFailure) throws IOException {
        return new RunJournal(folder, onFailure);
    }

    private static FileChannel locked(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            @Nullable FileLock mine = channel.tryLock();
            if (mine != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            channel.close();
            throw new IOException("another coordinator has it", e);
        }
        channel.close();
        throw new IOException("another coordinator has it");
    }

    private void load() throws IOException {
        Loading loading = new Loading();
        disk.load(loading);
        for (FoundRun found : loading.byNumber.values()) {
            Begun begun = found.begun();
            if (begun == null) {
                found.all().forEach(disk::delete); // its end was being written
            } else {
                unfinished.put(begun.run().id(), found);
            }
        }
    }

    /** Takes what is in the files. */
    private final class Loading implements Disk.Found {

        private final long most = Runtime.getRuntime().maxMemory() / PART_OF_HEAP;
        private final Map<Long, FoundRun> byNumber = new LinkedHashMap<>();
        private final Map<Long, FoundRun> byRecord = new HashMap<>();
        private long kept;

        @Override
        public void written(long id, byte type, byte[] record) {
            long run = Entry.runOf(record);
            byte[] content = Entry.contentOf(record);
            FoundRun found = byNumber.computeIfAbsent(run, FoundRun::new);
            kept += found.add(id, type, content, kept + content.length <= most);
            byRecord.put(id, found);
            numbers.accumulateAndGet(Math.max(id, run), Math::max);
        }

        @Override
        public void deleted(long id) {
            FoundRun found = byRecord.remove(id);
            if (found != null) {
                kept -= found.remove(id);
            }
        }
    }

    /** The runs whose coordinator was gone before they ended, and that nobody has taken up. */
    public synchronized List<LastingRun> unfinished() {
        List<LastingRun> runs = new ArrayList<>();
        for (FoundRun found : unfinished.values()) {
            Begun begun = found.begun();
            if (begun != null) {
                runs.add(begun.run());
            }
        }
        return runs;
    }

    /** Forgets a run that nobody will take up. */
    public synchronized void giveUp(LastingRun run) {
        FoundRun found = unfinished.remove(run.id());
        if (found != null) {
            found.all().forEach(disk::delete);
        }
    }

    /**
     * A run begins, or one that was found is taken up, as long as it is made of the same.
     *
     * @param version what the workload is made of
     * @param tasks how many there are
     * @param onFailure told why nothing more can be written; on any thread
     * @throws BrokenRunException with the code {@code journal-failed} where nothing can be written already
     */
    public JournaledRun begin(LastingRun run, String version, int tasks, Consumer<String> onFailure) {
        String failure = disk.failure();
        if (failure != null) {
            throw failed(failure);
        }
        JournaledRun begun = takeUp(run, version, tasks, onFailure);
        going.add(begun);
        String meanwhile = disk.failure();
        if (meanwhile != null) {
            onFailure.accept(meanwhile);
        }
        return begun;
    }

    /** What ends a run whose results can't be written. */
    public static BrokenRunException failed(String why) {
        return new BrokenRunException("journal-failed", why);
    }

    private synchronized JournaledRun takeUp(LastingRun run, String version, int tasks, Consumer<String> onFailure) {
        FoundRun found = unfinished.remove(run.id());
        Begun before = found == null ? null : found.begun();
        if (found != null && before != null && before.version().equals(version) && before.tasks() == tasks) {
            return new JournaledRun(this, found.number(), found.all(), found.ended(), onFailure);
        }
        if (found != null) {
            found.all().forEach(disk::delete);
        }
        long number = numbers.incrementAndGet();
        long id = numbers.incrementAndGet();
        disk.append(id, Entry.RUN, Entry.of(number, new Begun(run, version, tasks)));
        return new JournaledRun(this, number, List.of(id), new HashMap<>(), onFailure);
    }

    void append(long run, byte[] frame, List<Long> records) {
        int from = 0;
        while (from < frame.length) {
            int to = Math.min(frame.length, from + Disk.MOST_RECORD_BYTES - Long.BYTES);
            long id = numbers.incrementAndGet();
            records.add(id);
            disk.append(id, to == frame.length ? Entry.FRAME : Entry.PIECE, Entry.of(run, frame, from, to));
            from = to;
        }
    }

    void forget(JournaledRun run, List<Long> records) {
        if (going.remove(run)) {
            records.forEach(disk::delete);
        }
    }

    @Override
    public void close() {
        disk.close();
        try {
            lock.close();
        } catch (IOException e) {
            return; // the lock goes with the process
        }
    }
}
