package io.fluxlab.wording;

import io.fluxlab.verdict.Doubt;
import io.fluxlab.verdict.LaneBehind;
import io.fluxlab.verdict.LoopKeeping;
import io.fluxlab.verdict.LoopKeeping.Keeper;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Says which lanes a load is too much for, and what it does to the event loop. Immutable; thread-safe. */
final class LoadWording {

    private static final double WHOLE = 100;
    private static final double TENTHS = 10;

    private final Words words;

    LoadWording(Words words) {
        this.words = words;
    }

    String behind(List<LaneBehind> behind, LoopKeeping loop) {
        List<String> sentences = new ArrayList<>();
        if (!loop.lost().isEmpty()) {
            sentences.add(words.say(loop.lost().size() == 1 ? "loop.lost" : "loop.lost.several", named(loop.lost())));
            sentences.add(
                    loop.kept().isEmpty()
                            ? words.say("loop.kept.none")
                            : words.say(
                                    loop.kept().size() == 1 ? "loop.kept" : "loop.kept.several", named(loop.kept())));
        }
        behind.forEach(lane -> sentences.add(words.say(
                lane.overflowed() == 0 ? "behind" : "behind.left-out",
                lane.lane(),
                perSecond(lane.offeredPerSecond()),
                perSecond(lane.servedPerSecond()),
                lane.overflowed())));
        return String.join(" ", sentences);
    }

    String few(Doubt.FewArrivals few) {
        return words.say(few.code(), few.by(), few.count(), few.enough());
    }

    String late(Doubt.SentLate late) {
        return words.say(late.code(), words.time(late.p99Nanos()));
    }

    private String named(List<Keeper> lanes) {
        return lanes.stream()
                .map(lane -> words.say(
                        "loop.lane", lane.lane(), words.time(lane.bystander().p99Nanos())))
                .collect(Collectors.joining(", "));
    }

    private static String perSecond(double rate) {
        return String.format(Locale.ROOT, rate >= WHOLE ? "%,.0f" : rate >= TENTHS ? "%.1f" : "%.2f", rate);
    }
}
