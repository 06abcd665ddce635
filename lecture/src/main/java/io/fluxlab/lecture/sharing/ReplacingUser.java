package io.fluxlab.lecture.sharing;

/** One reference to a pair of names that never changes: reading or replacing it has no middle. Thread-safe. */
final class ReplacingUser implements UserRecord {

    private volatile FullName name;

    ReplacingUser(FullName name) {
        this.name = name;
    }

    @Override
    public void rename(FullName newName) {
        name = newName;
    }

    @Override
    public FullName name() {
        return name;
    }
}
