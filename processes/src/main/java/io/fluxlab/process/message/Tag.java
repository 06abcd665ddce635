package io.fluxlab.process.message;

/** What comes next in a frame of items. */
enum Tag {
    /** The type of the values that follow: a short length and a class name. */
    TYPE,
    /** A value of that type: a length and CBOR. */
    VALUE,
    INTEGER,
    LONG,
    DOUBLE,
    /** A length and UTF-8. */
    STRING,
    TRUE,
    FALSE,
    /** The task's last: its CPU time, -1 where that is not known. */
    END;

    private static final Tag[] ALL = values();

    static Tag of(int ordinal) {
        return ALL[ordinal];
    }
}
