package io.fluxlab.process.message;

/** What comes next in a frame of items. */
enum Tag {
    /** The type of the values that follow: a short length and a class name. */
    TYPE(0),
    /** A value of that type: a length and CBOR. */
    VALUE(1),
    INTEGER(2),
    LONG(3),
    DOUBLE(4),
    /** A length and UTF-8. */
    STRING(5),
    TRUE(6),
    FALSE(7),
    /** The task's last: its CPU time, -1 where that is not known. */
    END(8),
    /** What its threads did, before the task's last: a length and CBOR. */
    TRACE(9);

    private static final Tag[] BY_CODE = values();

    private final int code;

    Tag(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Tag of(int code) {
        return BY_CODE[code];
    }
}
