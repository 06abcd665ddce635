package io.fluxlab.lecture.memory;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Memory that several processes have mapped: what one writes, the others read, without a system call and without a copy.
 * Every single access is atomic; several together are not. Thread-safe as far as that. It is given back when the last
 * process that had it is gone, or no longer refers to it.
 */
final class Segment {

    /** How many integers there are, as in the lecture. */
    static final int INTEGERS = 10;

    private static final VarHandle DOUBLE =
            MethodHandles.byteBufferViewVarHandle(double[].class, ByteOrder.nativeOrder());
    private static final VarHandle INTEGER =
            MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.nativeOrder());
    private static final VarHandle LONG = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.nativeOrder());

    private static final int BYTES = 4096;
    private static final int NUMBER_AT = 0;
    private static final int ARRAY_AT = 64;

    private final Path file;
    private final ByteBuffer bytes;
    private final String address;

    /** Whole numbers that start at 0. */
    enum Cell {
        /** What all count up. */
        COUNTER(128),
        /** How many are ready to start. */
        READY(256),
        /** What is handed over. */
        BALL(384),
        /** 1 where somebody holds the lock. */
        LOCK(512);

        /** Two cache lines apart, so that one does not slow the next. */
        private final int at;

        Cell(int at) {
            this.at = at;
        }
    }

    private Segment(Path file, ByteBuffer bytes, String address) {
        this.file = file;
        this.bytes = bytes;
        this.address = address;
    }

    /** Maps the segment in this file, which is made where it is not there. */
    static Segment map(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            List<String> before = addresses(file);
            ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES);
            String address = addresses(file).stream()
                    .filter(each -> !before.contains(each))
                    .findFirst()
                    .orElse("");
            return new Segment(file, bytes, address);
        }
    }

    /** Maps the segment in this file at another address than this one, also where this process has mapped it before. */
    static Segment mapBeside(Path file, String taken) throws IOException {
        Segment segment = map(file);
        return segment.address.isEmpty() || !segment.address.equals(taken) ? segment : map(file);
    }

    /** Where this process has it; empty where the operating system does not tell. */
    String address() {
        return address;
    }

    Path file() {
        return file;
    }

    double number() {
        return (double) DOUBLE.getVolatile(bytes, NUMBER_AT);
    }

    void setNumber(double value) {
        DOUBLE.setVolatile(bytes, NUMBER_AT, value);
    }

    /** The integer at this place. */
    int integer(int place) {
        return (int) INTEGER.getVolatile(bytes, ARRAY_AT + place * Integer.BYTES);
    }

    void setInteger(int place, int value) {
        INTEGER.setVolatile(bytes, ARRAY_AT + place * Integer.BYTES, value);
    }

    List<Integer> integers() {
        return IntStream.range(0, INTEGERS).mapToObj(this::integer).toList();
    }

    long get(Cell cell) {
        return (long) LONG.getVolatile(bytes, cell.at);
    }

    void set(Cell cell, long value) {
        LONG.setVolatile(bytes, cell.at, value);
    }

    /** Adds one in a single step. */
    void increment(Cell cell) {
        LONG.getAndAdd(bytes, cell.at, 1L);
    }

    /** Reads, adds one, writes: opaque, so that the compiler makes neither more nor less of it. */
    void incrementInSteps(Cell cell) {
        long before = (long) LONG.getOpaque(bytes, cell.at);
        LONG.setOpaque(bytes, cell.at, before + 1);
    }

    /** Reads, adds one, writes, while nobody else does: Python's {@code with value.get_lock(): value.value += 1}. */
    void incrementUnderLock(Cell cell) throws InterruptedException {
        lock();
        try {
            incrementInSteps(cell);
        } finally {
            LONG.setRelease(bytes, Cell.LOCK.at, 0L);
        }
    }

    /** Looks again and again until it has it: nobody can wake who waits for a lock that is nothing but a number. */
    @SuppressWarnings("ThreadPriorityCheck") // nothing depends on whom the CPU goes to, only that it may
    private void lock() throws InterruptedException {
        while (!LONG.weakCompareAndSetAcquire(bytes, Cell.LOCK.at, 0L, 1L)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            Thread.yield();
        }
    }

    /** Where this process has the file, from the operating system's list; nowhere where there is no list. */
    private static List<String> addresses(Path file) {
        Path maps = Path.of("/proc/self/maps");
        if (!Files.isReadable(maps)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(maps)) {
            return lines.filter(line -> line.endsWith(file.toString()))
                    .map(line -> "0x" + line.substring(0, line.indexOf('-')))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
