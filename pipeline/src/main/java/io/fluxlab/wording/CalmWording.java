package io.fluxlab.wording;

import io.fluxlab.canary.CanaryKind;
import io.fluxlab.canary.CanaryReading;
import io.fluxlab.canary.LoopSkew;
import io.fluxlab.verdict.Calmness;
import io.fluxlab.verdict.Findings;
import io.fluxlab.verdict.LaneVerdict;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says what lanes do to others: in terms of the event loop where that is harmed most, or else which canary decided.
 * Immutable; thread-safe.
 */
final class CalmWording {

    /** Up to here loops count as evenly late. */
    private static final double EVEN = 2;

    private final Words words;

    CalmWording(Words words) {
        this.words = words;
    }

    /** The subject's speed, and how calm it is against the baseline. */
    String beside(String speed, LaneVerdict subject, Findings findings) {
        Calmness calm = findings.calmness();
        if (calm == null || findings.isLeft(subject)) {
            return speed;
        }
        LaneVerdict baseline = findings.baseline();
        return calm.isOfHomeLoops()
                ? words.say(
                        loopKey(calm, subject),
                        speed,
                        words.time(calm.own().latency().p99Nanos()),
                        words.time(calm.others().latency().p99Nanos()),
                        baseline.lane(),
                        subject.lane())
                : words.say(
                        harmKey(calm, subject), speed, harm(subject), harm(baseline), baseline.lane(), subject.lane());
    }

    private static String loopKey(Calmness calm, LaneVerdict subject) {
        return switch (calm.relation()) {
            case MORE -> "calm.more." + joint(subject, "and", "but") + (calm.isBearable() ? ".free" : ".held");
            case AS_MUCH -> "calm.as-much" + (calm.isBearable() ? ".free" : ".held");
            case LESS -> "calm.less." + joint(subject, "but", "and");
        };
    }

    private static String harmKey(Calmness calm, LaneVerdict subject) {
        return switch (calm.relation()) {
            case MORE -> "harm.more." + joint(subject, "and", "but");
            case AS_MUCH -> "harm.as-much";
            case LESS -> "harm.less." + joint(subject, "but", "and");
        };
    }

    private static String joint(LaneVerdict subject, String favourable, String unfavourable) {
        return subject.favoursItself() ? favourable : unfavourable;
    }

    /** Why a faster lane is ruled out, where the sentence before has told the figures. */
    String ruledOut(LaneVerdict lane, Findings findings) {
        return words.say(
                isOfLoops(lane, findings.calmest()) ? "ground.bearable" : "ground.bearable.canary", lane.lane());
    }

    /** Why a faster lane is ruled out, with figures. */
    String ruledOutBy(LaneVerdict lane, Findings findings) {
        LaneVerdict calmest = findings.calmest();
        return isOfLoops(lane, calmest)
                ? words.say("ground.bearable.figures", lane.lane(), p99(lane), p99(calmest))
                : words.say("ground.bearable.canary.figures", lane.lane(), harm(lane), calmest.lane(), harm(calmest));
    }

    /** That the one lane is calmer than the other, which was not shown slower. */
    String calmer(LaneVerdict chosen, LaneVerdict rival) {
        return isOfLoops(chosen, rival)
                ? words.say("ground.calm", chosen.lane(), rival.lane(), p99(chosen), p99(rival))
                : words.say("ground.calm.canary", chosen.lane(), rival.lane(), harm(chosen), harm(rival));
    }

    private static boolean isOfLoops(LaneVerdict one, LaneVerdict other) {
        return isOfLoop(one.harm()) && isOfLoop(other.harm());
    }

    private static boolean isOfLoop(@Nullable CanaryReading harm) {
        return harm == null || harm.canary() == CanaryKind.HOME_LOOP;
    }

    private String p99(LaneVerdict lane) {
        CanaryReading harm = lane.harm();
        return harm == null ? words.say("unknown") : words.time(harm.latency().p99Nanos());
    }

    /** What the lane harms most, and how much, as a clause. */
    private String harm(LaneVerdict lane) {
        CanaryReading harm = lane.harm();
        if (harm == null) {
            return words.say("unknown");
        }
        String key = "canary." + harm.canary().id();
        String late = words.time(harm.latency().p99Nanos());
        return skew(lane, harm)
                .map(skew -> words.say(key + ".skew", harm.on(), late, words.time(skew.medianP99Nanos())))
                .orElseGet(() -> words.say(key, harm.on(), late));
    }

    private static Optional<LoopSkew> skew(LaneVerdict lane, CanaryReading harm) {
        List<CanaryReading> canaries = lane.canaries();
        return canaries == null || harm.canary() != CanaryKind.LOOP
                ? Optional.empty()
                : LoopSkew.of(canaries).filter(skew -> skew.factor() > EVEN);
    }
}
