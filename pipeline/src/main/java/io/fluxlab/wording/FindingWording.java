package io.fluxlab.wording;

import io.fluxlab.diagnosis.Cause;
import io.fluxlab.diagnosis.Finding;
import io.fluxlab.diagnosis.Proof;
import io.fluxlab.diagnosis.Remedy;
import io.fluxlab.diagnosis.Suspicion;
import io.fluxlab.verdict.Percent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what limits a lane, and what was tried against it, into sentences. Immutable; thread-safe. */
public final class FindingWording {

    private final Words words;

    private FindingWording(Language language) {
        this.words = new Words("io.fluxlab.wording.findings", language);
    }

    /** The wording in a language. */
    public static FindingWording in(Language language) {
        return new FindingWording(language);
    }

    /** What was found on a lane. */
    public String reason(Finding finding, String lane) {
        Suspicion first = finding.suspicion();
        String key = first.cause().id() + "." + first.detail();
        String what = first.what();
        String unnamed = key + ".unnamed";
        return words.say(
                (what == null || what.isEmpty()) && words.knows(unnamed) ? unnamed : key,
                Percent.text(first.share()),
                what == null ? "" : what,
                number(first, "waiting", "atOnce", "tasks", "times", "hops"),
                number(first, "places", "cpus"),
                time(first, "nanos", "hopNanos"),
                time(first, "workNanos"),
                megabytes(first),
                lane,
                Percent.text(first.figures().getOrDefault("got", 0.0)),
                number(first, "failed"));
    }

    /** The causes that are there too, and those that are not; empty where there is nothing to say. */
    public String beside(Finding finding) {
        String others = list(finding.others());
        String ruledOut = finding.cause() == Cause.UNKNOWN ? list(finding.ruledOut()) : "";
        return (others.isEmpty() ? "" : words.say("also", others))
                + (ruledOut.isEmpty() ? "" : words.say("ruled-out", ruledOut));
    }

    private String list(List<Cause> causes) {
        return causes.stream().map(this::name).collect(Collectors.joining(", "));
    }

    /** A cause in a word or two. */
    public String name(Cause cause) {
        return words.say("cause." + cause.id());
    }

    /** How a remedy came out on a lane. */
    public String proof(Proof proof, String lane) {
        String remedy = remedy(proof.remedy(), lane);
        String result = "proof." + proof.result().id();
        if (proof.before().failed() > 0 || proof.after().failed() > 0) {
            return words.say(
                    result + ".failures",
                    remedy,
                    proof.after().succeeded(),
                    proof.after().tasks(),
                    proof.before().succeeded());
        }
        Long needed = proof.neededNanos();
        if (needed != null) {
            return words.say("proof.out-of-time", remedy, words.time(needed));
        }
        Long before = proof.before().medianNanos();
        Long after = proof.after().medianNanos();
        return words.say(
                result,
                remedy,
                words.time(after == null ? 0 : after),
                words.time(before == null ? 0 : before),
                factor(proof.ratio()),
                lane);
    }

    private String remedy(Remedy remedy, String lane) {
        Integer concurrency = remedy.concurrency();
        if (remedy.parameters() != null) {
            return words.say("remedy.parameters", remedy.parametersText());
        }
        return concurrency == null
                ? words.say("remedy.lane", remedy.lane(), lane)
                : words.say("remedy.at-most", concurrency, lane);
    }

    private static String factor(@Nullable Double ratio) {
        return ratio == null ? "?" : String.format(Locale.ROOT, "%.2f", 1 / ratio);
    }

    private static String number(Suspicion suspicion, String... names) {
        for (String name : names) {
            Double figure = suspicion.figures().get(name);
            if (figure != null) {
                return figure >= 10 || figure == Math.rint(figure)
                        ? String.valueOf(Math.round(figure))
                        : String.format(Locale.ROOT, "%.1f", figure);
            }
        }
        return "?";
    }

    private String time(Suspicion suspicion, String... names) {
        for (String name : names) {
            Double figure = suspicion.figures().get(name);
            if (figure != null) {
                return words.time(Math.round(figure));
            }
        }
        return "?";
    }

    private static String megabytes(Suspicion suspicion) {
        return String.valueOf(Math.round(suspicion.figures().getOrDefault("bytesPerSecond", 0.0) / 1e6));
    }
}
