package io.fluxlab.lecture.sharing;

import io.fluxlab.lecture.race.Gap;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Two fields, one after the other: between them, somebody else may write or read both. Not thread-safe, which is the point.
 * The accesses are opaque: each is performed, in this order, and nothing else is promised.
 */
final class PlainUser implements UserRecord {

    private static final VarHandle SURNAME;
    private static final VarHandle FIRST_NAME;

    static {
        try {
            SURNAME = MethodHandles.lookup().findVarHandle(PlainUser.class, "surname", String.class);
            FIRST_NAME = MethodHandles.lookup().findVarHandle(PlainUser.class, "firstName", String.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("UnusedVariable") // it is read, by SURNAME
    private String surname;

    @SuppressWarnings("UnusedVariable") // it is read, by FIRST_NAME
    private String firstName;

    private final Gap gap;

    PlainUser(FullName name, Gap gap) {
        this.surname = name.surname();
        this.firstName = name.firstName();
        this.gap = gap;
    }

    @Override
    public void rename(FullName name) {
        SURNAME.setOpaque(this, name.surname());
        gap.pass();
        FIRST_NAME.setOpaque(this, name.firstName());
    }

    @Override
    public FullName name() {
        String readSurname = (String) SURNAME.getOpaque(this);
        gap.pass();
        return new FullName(readSurname, (String) FIRST_NAME.getOpaque(this));
    }
}
