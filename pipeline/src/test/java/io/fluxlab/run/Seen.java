package io.fluxlab.run;

/** A task as an observer sees it, without a body: what it says is set by the test. Not thread-safe. */
final class Seen implements ObservedTask {

    private final TaskOutput output;
    private long done;
    private boolean ended;

    private Seen(int index, boolean ended) {
        this.output = new TaskOutput(index);
        this.ended = ended;
    }

    static Seen running(int index) {
        return new Seen(index, false);
    }

    static Seen ended(int index) {
        return new Seen(index, true);
    }

    void does(long newDone) {
        done = newDone;
    }

    void ends() {
        ended = true;
    }

    @Override
    public int index() {
        return output.task();
    }

    @Override
    public long done() {
        return done;
    }

    @Override
    public boolean hasEnded() {
        return ended;
    }

    @Override
    public TaskOutput output() {
        return output;
    }
}
