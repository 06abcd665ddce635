package io.fluxlab.history;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The bytes of a batch: of each event by how much its number is beyond that of the one before, its length, both with seven bits
 * a byte, and the event; and all of that compressed (RFC 1951). Stateless.
 */
final class BatchBytes {

    private static final byte[] NOTHING = {};
    private static final int SEVEN_BITS = 0x7F;
    private static final int MORE = 0x80;

    private BatchBytes() {}

    /** Compresses; hardly slower than the disk. */
    static byte[] compressed(byte[] bytes) {
        Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4 + 64);
            byte[] some = new byte[16 * 1024];
            while (!deflater.finished()) {
                out.write(some, 0, deflater.deflate(some));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    /**
     * What was compressed.
     *
     * @throws IllegalStateException where it was not
     */
    static byte[] inflated(byte[] compressed) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(compressed);
            ByteArrayOutputStream out = new ByteArrayOutputStream(compressed.length * 4);
            byte[] some = new byte[16 * 1024];
            while (!inflater.finished()) {
                int read = inflater.inflate(some);
                if (read == 0 && !inflater.finished() && inflater.needsInput()) {
                    throw new IllegalStateException("a kept batch of events ends too early");
                }
                out.write(some, 0, read);
            }
            return out.toByteArray();
        } catch (DataFormatException e) {
            throw new IllegalStateException("a kept batch of events can't be read", e);
        } finally {
            inflater.end();
        }
    }

    /** Puts events together. Not thread-safe. */
    static final class Writer {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private long first;
        private long last;
        private long events;

        void add(long seq, byte[] event) {
            if (events == 0) {
                first = seq;
                last = seq;
                number(seq);
            } else {
                number(seq - last);
            }
            number(event.length);
            out.write(event, 0, event.length);
            last = seq;
            events++;
        }

        private void number(long value) {
            long left = value;
            while (left > SEVEN_BITS) {
                out.write((int) (left & SEVEN_BITS) | MORE);
                left >>>= 7;
            }
            out.write((int) left);
        }

        int bytes() {
            return out.size();
        }

        boolean isEmpty() {
            return events == 0;
        }

        Batch batch() {
            return new Batch(first, last, events, out.toByteArray());
        }
    }

    /** Takes them apart. Not thread-safe. */
    static final class Reader {

        private final byte[] bytes;
        private int at;
        private long seq;

        Reader(byte[] bytes) {
            this.bytes = bytes;
        }

        boolean hasMore() {
            return at < bytes.length;
        }

        /** The number of the next event. */
        long seq() {
            seq += number();
            return seq;
        }

        /** The event whose number was just read, or nothing where it is not wanted. */
        byte[] event(boolean wanted) {
            int length = (int) number();
            int start = at;
            at += length;
            return wanted ? Arrays.copyOfRange(bytes, start, at) : NOTHING;
        }

        private long number() {
            long value = 0;
            int shift = 0;
            while (true) {
                int next = bytes[at++];
                value |= (long) (next & SEVEN_BITS) << shift;
                if ((next & MORE) == 0) {
                    return value;
                }
                shift += 7;
            }
        }
    }
}
