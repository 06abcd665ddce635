package io.fluxlab.lecture.locks;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** A lock that one thread takes twice. */
public enum Held {
    /** The lecture's {@code RLock}: knows its owner, and lets it in again. */
    @JsonProperty("reentrant")
    REENTRANT,
    /** The lecture's {@code Lock}: makes everyone wait, its owner too. */
    @JsonProperty("plain")
    PLAIN;

    Lock lock() {
        return switch (this) {
            case REENTRANT -> new ReentrantLock();
            case PLAIN -> new PlainLock();
        };
    }
}
