package io.fluxlab.lecture.sharing;

/** A user that one thread at a time writes or reads. Thread-safe. */
final class SynchronizedUser implements UserRecord {

    private final UserRecord user;

    SynchronizedUser(UserRecord user) {
        this.user = user;
    }

    @Override
    public synchronized void rename(FullName name) {
        user.rename(name);
    }

    @Override
    public synchronized FullName name() {
        return user.name();
    }
}
