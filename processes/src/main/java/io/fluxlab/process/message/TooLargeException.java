package io.fluxlab.process.message;

import java.io.Serial;

/** An object is too large to travel to another process in one piece. */
public final class TooLargeException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final long size;
    private final long limit;

    TooLargeException(long size, long limit) {
        super("a message must be at most %d bytes, was %d".formatted(limit, size));
        this.size = size;
        this.limit = limit;
    }

    /** How large it would have been, in bytes. */
    public long size() {
        return size;
    }

    /** How large it may be, in bytes. */
    public long limit() {
        return limit;
    }
}
