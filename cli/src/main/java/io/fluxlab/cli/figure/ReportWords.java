package io.fluxlab.cli.figure;

import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonEvent.Machine;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.verdict.Outcome;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import io.fluxlab.wording.Words;

/** What is said around a comparison, in one language. Immutable; thread-safe. */
public final class ReportWords {

    private final VerdictWording wording;
    private final Words words;

    private ReportWords(Language language) {
        this.wording = VerdictWording.in(language);
        this.words = new Words("io.fluxlab.cli.figure.words", language);
    }

    /** The words in a language. */
    public static ReportWords in(Language language) {
        return new ReportWords(language);
    }

    /** The word or sentence of a key. */
    public String say(String key, Object... texts) {
        return words.say(key, texts);
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

    String outcome(Outcome outcome) {
        return wording.outcome(outcome);
    }

    String status(Status status) {
        return wording.status(status);
    }

    String machine(Machine machine) {
        return words.say("machine", machine.cpu(), machine.cpus(), machine.os(), machine.jdk());
    }

    /** The parameters and the number of tasks. */
    String details(ComparisonStarted started) {
        String parameters = Quantities.parameters(started.parameters());
        return (parameters.isEmpty() ? "" : parameters + ", ") + words.say("tasks", started.tasks());
    }
}
