package io.fluxlab.cluster.message;

/** What a message says: its first byte. */
public enum Kind {
    /** A worker joins: {@link Hello}. */
    HELLO,
    /** A worker may stay. */
    WELCOME,
    /** A worker may not stay: {@link Told} has the reason. */
    REFUSED,
    /** Opens a run's plan: {@link OpenRun}. */
    OPEN,
    /** A run's plan is open at a member: {@link RunAt}. */
    OPENED,
    /** A run's plan did not open: {@link Told}. */
    NOT_OPENED,
    /** Stops what is left of a run, and closes its plan: {@link RunAt}. */
    CLOSE,
    /** Nothing is left of a run at a member: {@link RunAt}. */
    CLOSED,
    /** Runs tasks one after the other: {@link TaskGroup}. */
    GROUP,
    /** Items and ends of a group's tasks: {@link FrameReader}. */
    FRAME,
    /** A task may emit more: {@link Credit}. */
    CREDIT,
    /** A task is of no use any more: {@link Credit}, without its limit. */
    CANCEL,
    /** Asks what a run has used: {@link RunAt}. */
    USE,
    /** What a run has used at a member, to the last: {@link Used}. */
    USED,
    /** A sign of life: {@link Beat}. */
    BEAT,
    /** A member takes no more groups, and leaves when it has none. */
    DRAIN,
    /** Somebody who is no member asks who has joined: {@link Ask}. */
    ASK,
    /** Who has joined: {@link Answer}. */
    ANSWER;

    private static final Kind[] BY_CODE = values();

    /** The byte. */
    byte code() {
        return (byte) ordinal();
    }

    static Kind of(byte code) {
        return BY_CODE[code];
    }
}
