package io.fluxlab.junit.expectation;

import java.util.List;

/**
 * What looks at the event loop's thread during a run found. Immutable.
 *
 * @param lane the run's lane
 * @param looks how often it was looked at
 * @param computing where it was found computing outside Netty and Fluxlab, most often first
 * @param waiting where it was found waiting, most often first
 */
public record LoopWatch(String lane, int looks, List<Sighting> computing, List<Sighting> waiting) {

    public LoopWatch {
        computing = List.copyOf(computing);
        waiting = List.copyOf(waiting);
    }

    /** The place that held the loop most, in words; empty where it was idle. */
    String whatHeldIt() {
        Sighting most = waiting.isEmpty()
                ? computing.isEmpty() ? null : computing.get(0)
                : computing.isEmpty()
                                || waiting.get(0).looks() >= computing.get(0).looks()
                        ? waiting.get(0)
                        : computing.get(0);
        if (most == null) {
            return "";
        }
        String what = waiting.contains(most) ? "waiting in" : "computing in";
        return "%d of %d looks at the loop's thread found it %s %s".formatted(most.looks(), looks, what, most.where());
    }
}
