package io.fluxlab.lab;

import java.util.concurrent.ThreadLocalRandom;

/** The names of runs. Stateless. */
public final class RunId {

    private static final long BOUND = 1L << 50;
    private static final int DIGITS_AND_LETTERS = 36;

    private RunId() {}

    /** A name that no other run has, as far as chance goes; it begins with what it is of: {@code run-411q9d6c2g}. */
    public static String random(String kind) {
        return kind + "-" + Long.toString(ThreadLocalRandom.current().nextLong(BOUND), DIGITS_AND_LETTERS);
    }
}
