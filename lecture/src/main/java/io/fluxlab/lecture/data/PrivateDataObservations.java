package io.fluxlab.lecture.data;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What owners put away, how long they hold it, and what they find. */
final class PrivateDataObservations {

    private PrivateDataObservations() {}

    /** The private data of an owner. */
    static String dataOf(int owner) {
        return "data of owner " + owner;
    }

    /** What this thread has there; empty where it has nothing. */
    static String in(ThreadLocal<String> data) {
        @Nullable String found = data.get();
        return found == null ? "" : found;
    }

    /** Holds this thread for so long, or until it is told to end. */
    static void hold(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody waits for what it was going to find
        }
    }
}
