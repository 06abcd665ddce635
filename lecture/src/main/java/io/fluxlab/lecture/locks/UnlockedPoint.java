package io.fluxlab.lecture.locks;

import io.fluxlab.lecture.race.Gap;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Two fields, one after the other, each access as the source says. Not thread-safe, which is the point. */
final class UnlockedPoint implements Point {

    private static final VarHandle X;
    private static final VarHandle Y;

    static {
        try {
            X = MethodHandles.lookup().findVarHandle(UnlockedPoint.class, "x", int.class);
            Y = MethodHandles.lookup().findVarHandle(UnlockedPoint.class, "y", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("UnusedVariable") // it is read, by X
    private int x;

    @SuppressWarnings("UnusedVariable") // it is read, by Y
    private int y;

    private final Gap gap;

    UnlockedPoint(Gap gap) {
        this.gap = gap;
    }

    @Override
    public long get() {
        int readX = (int) X.getOpaque(this);
        gap.pass();
        return Point.pair(readX, (int) Y.getOpaque(this));
    }

    @Override
    public void set(int newX, int newY) {
        X.setOpaque(this, newX);
        gap.pass();
        Y.setOpaque(this, newY);
    }
}
