package io.fluxlab.lecture.threads;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A program that is interrupted.
 *
 * @param main what its main thread does meanwhile
 * @param worker what its other thread does
 * @param answer what it does about the signal
 */
record CtrlC(Main main, Work worker, Reaction answer) {

    /** What the main thread does. */
    enum Main {
        /** It waits for the worker. */
        @JsonProperty("joins")
        JOINS,
        /** It computes. */
        @JsonProperty("computes")
        COMPUTES
    }

    /** What the other thread does. */
    enum Work {
        /** It waits in a blocking call. */
        @JsonProperty("waits")
        WAITS,
        /** It computes. */
        @JsonProperty("computes")
        COMPUTES
    }

    /** What the program does about the signal. */
    enum Reaction {
        /** Nothing: what the JVM does is all. */
        @JsonProperty("none")
        NONE,
        /** A shutdown hook runs before the end. */
        @JsonProperty("hook")
        HOOK,
        /** A handler of the signal interrupts the main thread, as CPython does. */
        @JsonProperty("interrupts-main")
        INTERRUPTS_MAIN,
        /** A handler of the signal takes note of it, and that is all. */
        @JsonProperty("notes")
        NOTES
    }

    String label() {
        String what = main == Main.JOINS ? "main joins a worker that " : "main computes beside a worker that ";
        return what
                + (worker == Work.WAITS ? "waits" : "computes")
                + switch (answer) {
                    case NONE -> "";
                    case HOOK -> ", with a shutdown hook";
                    case INTERRUPTS_MAIN -> ", with a handler that interrupts main";
                    case NOTES -> ", with a handler that takes note";
                };
    }
}
