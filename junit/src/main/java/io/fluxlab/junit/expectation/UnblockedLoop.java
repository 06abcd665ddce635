package io.fluxlab.junit.expectation;

import java.util.Optional;

/** The body never blocks the event loop that it runs on. */
public record UnblockedLoop() implements Expectation {

    /** The lane on which bodies share the loop. */
    public static final String LANE = "event-loop";

    /** Fewer looks than these find nothing, whatever there is. */
    private static final int ENOUGH_LOOKS = 20;

    /** A single look may meet a lock that is held for a moment. */
    private static final int SURE = 2;

    @Override
    public Answer of(Evidence evidence) {
        String expected = "the body never blocks the event loop";
        Optional<LoopWatch> watch = evidence.watch(LANE);
        return watch.map(found -> answer(expected, found))
                .orElseGet(() -> new Answer(expected, Holding.CANT_TELL, "nobody looked at the loop's thread"));
    }

    private static Answer answer(String expected, LoopWatch watch) {
        int waiting = watch.waiting().stream().mapToInt(Sighting::looks).sum();
        if (waiting >= SURE) {
            return new Answer(
                    expected,
                    Holding.FAILS,
                    "%d of %d looks at its thread found it waiting, most often in %s"
                            .formatted(
                                    waiting,
                                    watch.looks(),
                                    watch.waiting().get(0).where()));
        }
        String figures = "%d looks at its thread found it waiting %s"
                .formatted(
                        watch.looks(),
                        waiting == 0
                                ? "nowhere"
                                : "once, in " + watch.waiting().get(0).where());
        return new Answer(
                expected, waiting == 0 && watch.looks() >= ENOUGH_LOOKS ? Holding.HOLDS : Holding.CANT_TELL, figures);
    }
}
