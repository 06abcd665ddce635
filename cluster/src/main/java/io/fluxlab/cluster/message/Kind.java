package io.fluxlab.cluster.message;

/** What a message says: its first byte. */
public enum Kind {
    /** A worker joins: {@link Hello}. */
    HELLO(0),
    /** A worker may stay. */
    WELCOME(1),
    /** A worker may not stay: {@link Told} has the reason. */
    REFUSED(2),
    /** Opens a run's plan: {@link OpenRun}. */
    OPEN(3),
    /** A run's plan is open at a member: {@link RunAt}. */
    OPENED(4),
    /** A run's plan did not open: {@link Told}. */
    NOT_OPENED(5),
    /** Stops what is left of a run, and closes its plan: {@link RunAt}. */
    CLOSE(6),
    /** Nothing is left of a run at a member: {@link RunAt}. */
    CLOSED(7),
    /** Runs tasks one after the other: {@link TaskGroup}. */
    GROUP(8),
    /** Items and ends of a group's tasks: {@link FrameReader}. */
    FRAME(9),
    /** A task may emit more: {@link Credit}. */
    CREDIT(10),
    /** A task is of no use any more: {@link Credit}, without its limit. */
    CANCEL(11),
    /** Asks what a run has used: {@link RunAt}. */
    USE(12),
    /** What a run has used at a member, to the last: {@link Used}. */
    USED(13),
    /** A sign of life: {@link Beat}. */
    BEAT(14),
    /** A member takes no more groups, and leaves when it has none. */
    DRAIN(15),
    /** Somebody who is no member asks who has joined: {@link Ask}. */
    ASK(16),
    /** Who has joined: {@link Answer}. */
    ANSWER(17),
    /** To be sent back at once: {@link Ping}. */
    PING(18),
    /** Has been sent back: {@link Ping}. */
    PONG(19);

    private static final Kind[] BY_CODE = values();

    private final int code;

    Kind(int code) {
        this.code = code;
    }

    /** The byte. */
    byte code() {
        return (byte) code;
    }

    static Kind of(byte code) {
        return BY_CODE[code];
    }
}
