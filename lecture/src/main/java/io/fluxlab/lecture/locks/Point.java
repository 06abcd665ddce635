package io.fluxlab.lecture.locks;

/** The lecture's {@code Point}: two coordinates that are set and got together. */
interface Point {

    /** Both at once: {@code x} in the high half, {@code y} in the low one, so that getting makes no garbage. */
    long get();

    void set(int x, int y);

    /** Two coordinates as {@link #get} returns them. */
    static long pair(int x, int y) {
        return ((long) x << Integer.SIZE) | Integer.toUnsignedLong(y);
    }
}
