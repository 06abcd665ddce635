package io.fluxlab.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * What tasks note and a test reads, in a file that both have mapped: the tasks may run in another process. Whoever has the
 * same path has the same board. Thread-safe.
 */
public final class Board {

    private static final VarHandle CELLS = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final int MOST_GUESTS = 4096;
    private static final int FIRST_GUEST = Count.values().length;
    private static final int BYTES = (FIRST_GUEST + 2 * MOST_GUESTS) * Long.BYTES;
    private static final Map<Long, Thread> SEEN_HERE = new ConcurrentHashMap<>();

    private final Path file;
    private final ByteBuffer cells;

    /** What is counted. */
    public enum Count {
        /** Bodies that are at work now. */
        NOW(0),
        /** The most of them at once. */
        MOST(1),
        /** Bodies that were run. */
        RAN(2),
        /** Items that were emitted. */
        EMITTED(3),
        /** Plans that were opened. */
        OPENED(4),
        /** Whether those that wait for it may go on. */
        RELEASED(5),
        /** Threads that have signed. */
        GUESTS(6);

        private final int cell;

        Count(int cell) {
            this.cell = cell;
        }
    }

    private Board(Path file, ByteBuffer cells) {
        this.file = file;
        this.cells = cells;
    }

    /** The board in this file, which is made where it is not there. */
    public static Board at(Path file) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new Board(file, channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path file() {
        return file;
    }

    public long get(Count count) {
        return (long) CELLS.getVolatile(cells, at(count.cell));
    }

    /** Adds to a count and returns the sum. */
    public long add(Count count, long more) {
        return (long) CELLS.getAndAdd(cells, at(count.cell), more) + more;
    }

    /** A body begins to work. */
    public void enter() {
        long now = add(Count.NOW, 1);
        int most = at(Count.MOST.cell);
        for (long before = get(Count.MOST); before < now; before = get(Count.MOST)) {
            CELLS.compareAndSet(cells, most, before, now);
        }
    }

    public void leave() {
        add(Count.NOW, -1);
    }

    /** Called by a task: this thread is one of the run's. */
    public void sign() {
        int place = (int) add(Count.GUESTS, 1) - 1;
        if (place < MOST_GUESTS) {
            SEEN_HERE.put(Thread.currentThread().threadId(), Thread.currentThread());
            CELLS.setVolatile(
                    cells, at(FIRST_GUEST + 2 * place), Thread.currentThread().threadId());
            CELLS.setVolatile(
                    cells,
                    at(FIRST_GUEST + 2 * place + 1),
                    ProcessHandle.current().pid());
        }
    }

    /** The processes of those that have signed, in that order. */
    public List<Long> processes() {
        return IntStream.range(0, (int) Math.min(MOST_GUESTS, get(Count.GUESTS)))
                .mapToObj(place -> (Long) (long) CELLS.getVolatile(cells, at(FIRST_GUEST + 2 * place + 1)))
                .toList();
    }

    /** Those that have signed and still live: threads of this process, and other processes but for these residents. */
    public List<String> guestsHere(Set<ProcessHandle> residents) {
        List<String> here = new ArrayList<>();
        for (int place = 0; place < Math.min(MOST_GUESTS, get(Count.GUESTS)); place++) {
            long thread = (long) CELLS.getVolatile(cells, at(FIRST_GUEST + 2 * place));
            long process = (long) CELLS.getVolatile(cells, at(FIRST_GUEST + 2 * place + 1));
            if (process == ProcessHandle.current().pid()) {
                Thread seen = SEEN_HERE.get(thread);
                if (seen != null && seen.isAlive()) {
                    here.add(seen.getName());
                }
            } else if (process != 0
                    && ProcessHandle.of(process)
                            .filter(other -> other.isAlive() && !residents.contains(other))
                            .isPresent()) {
                here.add("process " + process);
            }
        }
        return here.stream().distinct().toList();
    }

    private static int at(int cell) {
        return cell * Long.BYTES;
    }
}
