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

    /** Whole numbers that start at 0. */
    enum Cell {
        /** What all count up. */
        COUNTER(128),
        /** How many are ready to start. */
        READY(256),
        /** What is handed over. */
        BALL(384);

        /** Two cache lines apart, so that one does not slow the next. */
        private final int at;

        Cell(int at) {
            this.at = at;
        }
    }

    private Segment(Path file, ByteBuffer bytes) {
        this.file = file;
        this.bytes = bytes;
    }

    /** Maps the segment in this file, which is made where it is not there. */
    static Segment map(Path file) throws IOException {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return new Segment(file, channel.map(FileChannel.MapMode.READ_WRITE, 0, BYTES));
        }
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

    /** Where this process has it, from the operating system's list; empty where there is none. */
    String address() {
        Path maps = Path.of("/proc/self/maps");
        if (!Files.isReadable(maps)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(maps)) {
            return lines.filter(line -> line.endsWith(file.toString()))
                    .map(line -> "0x" + line.substring(0, line.indexOf('-')))
                    .findFirst()
                    .orElse("");
        } catch (IOException e) {
            return "";
        }
    }
}
