package io.fluxlab.lab;

import io.fluxlab.run.RunRequest;
import java.time.Duration;
import java.util.Map;
import reactor.core.publisher.Flux;

/** A program that does a little on every lane, so that it can be seen which classes that takes. */
public final class Rehearsal {

    private static final Duration LIMIT = Duration.ofMinutes(1);
    private static final Map<String, Object> BRIEF = Map.of("tasks", 2, "minMillis", 1, "maxMillis", 2);

    private Rehearsal() {}

    /** Runs to its end. */
    public static void main(String[] arguments) {
        LocalLab lab = LocalLab.builder().build();
        lab.lanes()
                .filter(LaneInfo::available)
                .concatMap(lane -> run(lab, lane.name()))
                .blockLast(LIMIT);
    }

    private static Flux<?> run(LocalLab lab, String lane) {
        return lab.run(RunRequest.of("sleep", lane).with(BRIEF));
    }
}
