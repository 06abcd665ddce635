package io.fluxlab.wire;

import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.function.Supplier;

/** What came of an attempt to read or write: a value, or the knowledge that it can't be done. */
record Outcome(boolean done, Object value) {

    static Outcome of(Supplier<?> attempt) {
        try {
            Object value = attempt.get();
            return new Outcome(
                    true, value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
        } catch (UncheckedIOException e) {
            return new Outcome(false, "unreadable");
        }
    }
}
