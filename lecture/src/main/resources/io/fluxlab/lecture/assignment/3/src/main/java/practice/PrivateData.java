package practice;

import java.util.Optional;

/** Assignment 3: keeps a text for each thread, which no other thread sees. Keep the signatures; everything else is yours. */
public final class PrivateData {

    /** Keeps this text for the calling thread. */
    public void set(String text) {
        throw new UnsupportedOperationException("write this");
    }

    /** What the calling thread keeps; empty where it keeps nothing. */
    public Optional<String> get() {
        throw new UnsupportedOperationException("write this");
    }

    /** The calling thread keeps nothing any more. */
    public void remove() {
        throw new UnsupportedOperationException("write this");
    }
}
