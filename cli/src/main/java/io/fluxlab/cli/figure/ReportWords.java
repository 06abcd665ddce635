package io.fluxlab.cli.figure;

import io.fluxlab.canary.CanaryKind;
import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonEvent.Machine;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.verdict.Outcome;
import io.fluxlab.wording.FindingWording;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import io.fluxlab.wording.Words;
import java.util.Set;

/** What is said around a comparison, in one language. Immutable; thread-safe. */
public final class ReportWords {

    private final VerdictWording wording;
    private static final Set<String> OF_VARIANTS = Set.of("lane", "effort");

    private final Language language;
    private final Words words;
    private final FindingWording findings;
    private final boolean variants;

    private ReportWords(
            Language language, VerdictWording wording, FindingWording findings, Words words, boolean variants) {
        this.language = language;
        this.wording = wording;
        this.words = words;
        this.findings = findings;
        this.variants = variants;
    }

    /** The words in a language. */
    public static ReportWords in(Language language) {
        return new ReportWords(
                language,
                VerdictWording.in(language),
                FindingWording.in(language),
                new Words("io.fluxlab.cli.figure.words", language),
                false);
    }

    /** These words where variants are compared on one lane. */
    public ReportWords ofVariants() {
        return new ReportWords(language, wording, findings, words, true);
    }

    /** The language. */
    Language language() {
        return language;
    }

    /** The word or sentence of a key. */
    public String say(String key, Object... texts) {
        return words.say(variants && OF_VARIANTS.contains(key) ? key + ".variants" : key, texts);
    }

    /** A time with its unit. */
    public String time(long nanos) {
        return words.time(nanos);
    }

    /** A time in seconds with one decimal. */
    public String seconds(long nanos) {
        return words.seconds(nanos);
    }

    /** A time with its margin and their unit. */
    String time(long nanos, long marginNanos) {
        return words.time(nanos, marginNanos);
    }

    FindingWording findings() {
        return findings;
    }

    String canary(CanaryKind kind) {
        return wording.name(kind);
    }

    String outcome(Outcome outcome) {
        return wording.outcome(outcome);
    }

    String status(Status status) {
        return wording.status(status);
    }

    String machine(Machine machine) {
        return words.say("machine", machine.cpu(), machine.cpus(), machine.os(), machine.jdk());
    }

    /** What runs, and where: the line that is known before the first task. */
    public String opening(RunStarted run) {
        String parameters = Quantities.parameters(run.parameters());
        return words.say(
                "phase.on",
                run.workload() + (parameters.isEmpty() ? "" : " " + parameters) + ", "
                        + words.say("tasks", run.tasks()),
                run.lane());
    }

    /** The parameters and the number of tasks. */
    String details(ComparisonStarted started) {
        String parameters = Quantities.parameters(started.parameters());
        return (parameters.isEmpty() ? "" : parameters + ", ") + words.say("tasks", started.tasks());
    }
}
