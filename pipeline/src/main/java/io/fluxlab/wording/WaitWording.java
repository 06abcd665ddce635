package io.fluxlab.wording;

import io.fluxlab.trail.KnownThreads;
import io.fluxlab.trail.Wait;
import io.fluxlab.verdict.Doubt;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what tasks waited for, as far as it was seen, and where a hop costs more than it can bring. Immutable; thread-safe. */
final class WaitWording {

    /** What was seen less often, as a part of all looks, is left out. */
    private static final double WORTH_A_WORD = 0.05;

    private static final int MOST = 3;

    private final Words words;

    WaitWording(Words words) {
        this.words = words;
    }

    String waiting(Doubt.Waiting waiting) {
        String seen = alike(waiting.waits()).stream()
                .filter(wait -> wait.kind() != Wait.Kind.RUNNING)
                .filter(wait -> waiting.share(wait) >= WORTH_A_WORD)
                .limit(MOST)
                .map(wait -> words.say("waiting.share", Math.round(waiting.share(wait) * 100), wait(wait)))
                .collect(Collectors.joining("; "));
        String wakers = waiting.wakers();
        String woken = wakers == null
                ? ""
                : " "
                        + words.say(
                                "waiting.woken",
                                words.say(
                                        "threads." + KnownThreads.called(wakers).id(), wakers));
        return words.say(waiting.code(), cpus(waiting.cpus()), seen) + woken;
    }

    /** What was waited for, each but once, with the place where that was seen most often. */
    private static List<Wait> alike(List<Wait> mostOftenFirst) {
        Map<List<@Nullable Object>, Wait> kinds = new LinkedHashMap<>();
        mostOftenFirst.forEach(wait -> kinds.merge(
                Arrays.asList(wait.kind(), wait.on()),
                wait,
                (first, more) -> first.seen(first.looks() + more.looks())));
        return kinds.values().stream()
                .sorted(Comparator.comparingLong(Wait::looks).reversed())
                .toList();
    }

    String hop(Doubt.HopCostsMore hop) {
        return words.say(
                hop.code(),
                words.time(hop.callNanos()),
                hop.leastNanos() == hop.mostNanos()
                        ? words.time(hop.mostNanos())
                        : words.say("range", words.time(hop.leastNanos()), words.time(hop.mostNanos())),
                String.join(", ", hop.lanes()),
                hop.callsInTask());
    }

    private String wait(Wait wait) {
        String kind = "waiting." + wait.kind().name().toLowerCase(Locale.ROOT);
        String on = wait.on();
        String what = on == null ? words.say(kind) : words.say(kind + ".on", on);
        return wait.at().isEmpty() ? what : words.say("waiting.at", what, String.join(" < ", wait.at()));
    }

    private static String cpus(double cpus) {
        return String.format(Locale.ROOT, "%.2f", cpus);
    }
}
