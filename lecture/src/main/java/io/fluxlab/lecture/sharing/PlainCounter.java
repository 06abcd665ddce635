package io.fluxlab.lecture.sharing;

import io.fluxlab.lecture.race.Gap;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * {@code count = count + 1}, a read and a write: what others have written in between is lost. Not thread-safe, which is the
 * point. The accesses are opaque, or else the compiler would make one addition of a whole loop.
 */
final class PlainCounter implements Counter {

    private static final VarHandle COUNT;

    static {
        try {
            COUNT = MethodHandles.lookup().findVarHandle(PlainCounter.class, "count", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("UnusedVariable") // it is read, by COUNT
    private long count;

    private final Gap gap;

    PlainCounter(Gap gap) {
        this.gap = gap;
    }

    // tag::increment[]
    @Override
    public void increment() {
        long before = (long) COUNT.getOpaque(this);
        gap.pass();
        COUNT.setOpaque(this, before + 1);
    }
    // end::increment[]

    @Override
    public long value() {
        return (long) COUNT.getOpaque(this);
    }
}
