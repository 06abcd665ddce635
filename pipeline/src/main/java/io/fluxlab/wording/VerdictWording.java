package io.fluxlab.wording;

import io.fluxlab.canary.CanaryKind;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.verdict.Doubt;
import io.fluxlab.verdict.Findings;
import io.fluxlab.verdict.Ground;
import io.fluxlab.verdict.Interval;
import io.fluxlab.verdict.IntervalText;
import io.fluxlab.verdict.LaneBehind;
import io.fluxlab.verdict.LaneFailure;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.LoopKeeping;
import io.fluxlab.verdict.Missing;
import io.fluxlab.verdict.Outcome;
import io.fluxlab.verdict.PassedOver;
import io.fluxlab.verdict.Percent;
import io.fluxlab.verdict.SameBand;
import io.fluxlab.verdict.Standing;
import io.fluxlab.verdict.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the reason for a choice into one or two sentences: how fast and how calm against the baseline, then the ground.
 * Immutable; thread-safe.
 */
public final class VerdictWording implements Wording {

    private static final Map<Language, VerdictWording> ALL = Stream.of(Language.values())
            .collect(Collectors.toUnmodifiableMap(
                    Function.identity(),
                    language -> new VerdictWording(new Words("io.fluxlab.wording.words", language))));

    private final Words words;
    private final StrayWording strays;
    private final WaitWording waits;
    private final NoteWording notes;
    private final LoadWording loads;
    private final CalmWording calm;

    private VerdictWording(Words words) {
        this.words = words;
        this.strays = new StrayWording(words);
        this.waits = new WaitWording(words);
        this.notes = new NoteWording(words);
        this.loads = new LoadWording(words);
        this.calm = new CalmWording(words);
    }

    /** The wording in a language. */
    public static VerdictWording in(Language language) {
        VerdictWording wording = ALL.get(language);
        if (wording == null) {
            throw new IllegalArgumentException("no words in " + language);
        }
        return wording;
    }

    @Override
    public String reason(Findings findings) {
        return findings.isUnderLoad() ? new VerdictWording(words.preferring(".load")).told(findings) : told(findings);
    }

    @Override
    public String behind(List<LaneBehind> behind, LoopKeeping loop) {
        return loads.behind(behind, loop);
    }

    private String told(Findings findings) {
        if (findings.ground() == Ground.ONLY) {
            return missing(findings) + words.say("only", findings.chosen());
        }
        String first = findings.areAllTheSame()
                ? words.say(
                        "all-same",
                        findings.lanes().size(),
                        findings.baseline().lane(),
                        findings.band().text())
                : speedAndCalm(findings);
        return Stream.concat(
                        Stream.of(noSchedulerHelps(findings), missing(findings).strip(), first, ground(findings)),
                        findings.passedOver().stream().map(lane -> passedOver(lane, findings)))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(" "));
    }

    @Override
    public String missing(Missing missing) {
        String key = "missing." + missing.code();
        return switch (missing) {
            case Missing.Rounds ignored -> words.say(key);
            case Missing.KeepingUp ignored -> words.say(key);
            case Missing.Residence left -> words.say(key, left.lane());
            case Missing.Repetition repetition -> words.say(key, repetition.least());
            case Missing.Narrowness wide ->
                words.say(
                        key,
                        wide.chosen(),
                        wide.other(),
                        ends(IntervalText.of(wide.speedUp(), SameBand.DEFAULT)),
                        wide.rounds());
            case Missing.LeftBehind left -> words.say(key, left.lane(), left.threads());
            case Missing.SteadySpeed moving -> words.say(key, moving.lane(), moving.ahead());
        };
    }

    @Override
    public String failed(List<LaneFailure> failures) {
        return failures.stream()
                .map(failure -> words.say("failed", failure.lane(), failure.failed(), failure.tasks()))
                .collect(Collectors.joining(" "));
    }

    @Override
    public String allFailed(List<LaneFailure> failures) {
        LaneFailure first = failures.get(0);
        String key = failures.size() == 1
                ? "failed.only"
                : failures.stream().allMatch(LaneFailure::hasOverflowed) ? "failed.overflow" : "failed.all";
        return words.say(key, first.lane(), first.message());
    }

    @Override
    public String warning(Doubt doubt) {
        return switch (doubt) {
            case Doubt.NoisyMachine noisy ->
                words.say(noisy.code(), noisy.baseline(), Ratios.percent(noisy.spread()), Ratios.percent(noisy.most()));
            case Doubt.TooFewRounds few -> words.say(few.code(), few.rounds(), few.least());
            case Doubt.ClockTooCoarse coarse ->
                words.say(
                        coarse.code(),
                        coarse.lane(),
                        words.time(coarse.medianNanos()),
                        words.time(coarse.neededNanos()));
            case Doubt.BystanderStarved starved -> words.say(starved.code(), words.time(starved.p99Nanos()));
            case Doubt.StillWarming warming ->
                words.say(
                        warming.code()
                                + (warming.isBaseline() ? ".baseline" : "")
                                + (warming.getsFaster() ? ".faster" : ".slower"),
                        warming.lane(),
                        words.time(warming.firstNanos()),
                        words.time(warming.lastNanos()),
                        Ratios.factor(warming.firstSpeedUp()),
                        Ratios.factor(warming.lastSpeedUp()),
                        warming.reference());
            case Doubt.LateWarmUp late ->
                words.say(
                        late.code() + (late.isBaseline() ? ".baseline" : ""),
                        late.transients(),
                        late.lane(),
                        words.time(late.beforeNanos()),
                        words.time(late.afterNanos()),
                        late.counted());
            case Doubt.TimeTooShort shortTime ->
                shortTime.rounds() == 0
                        ? words.say(shortTime.code() + ".none")
                        : words.say(shortTime.code(), shortTime.rounds(), String.valueOf(shortTime.asked()));
            case Doubt.LeftTheLane left -> strays.left(left);
            case Doubt.Waiting waiting -> waits.waiting(waiting);
            case Doubt.WorkAtAssembly early -> words.say(early.code(), Ratios.percent(early.share()));
            case Doubt.NothingToDo ready -> words.say(ready.code(), ready.tasks());
            case Doubt.ResultsVary vary -> words.say(vary.code());
            case Doubt.HopCostsMore hop -> waits.hop(hop);
            case Doubt.ResultsDiffer differ -> words.say(differ.code(), differ.variant(), differ.other());
            case Doubt.FewArrivals few -> loads.few(few);
            case Doubt.SentLate late -> loads.late(late);
            case Doubt.TakingEvents taking -> words.say(taking.code(), Ratios.percent(taking.share()));
        };
    }

    @Override
    public String note(LaneVerdict lane, long taskNanos) {
        return notes.note(lane, taskNanos);
    }

    /** What a comparison shows about a lane, in a word or two. */
    public String outcome(Outcome outcome) {
        return words.say("outcome." + outcome.id());
    }

    /** What a canary waits for, in a word or two. */
    public String name(CanaryKind canary) {
        return words.say("canary.name." + canary.id());
    }

    /** How a run ended, in a word or two. */
    public String status(Status status) {
        return words.say("status." + status.name().toLowerCase(Locale.ROOT));
    }

    /** A time with its unit. */
    public String time(long nanos) {
        return words.time(nanos);
    }

    /** The ends of an interval. */
    public String ends(IntervalText interval) {
        return words.say("range", interval.low(), interval.high());
    }

    private String noSchedulerHelps(Findings findings) {
        return findings.isWaiting() ? words.say("no-scheduler-helps") : "";
    }

    private String speedAndCalm(Findings findings) {
        LaneVerdict subject = findings.subject();
        boolean isFastest = subject.outcome() == Outcome.SLOWER
                && findings.chosen().equals(findings.baseline().lane());
        String speed = speed(subject, findings);
        String opening = isFastest ? words.say("fastest", findings.chosen(), speed) : speed;
        return words.say("sentence", calm.beside(opening, subject, findings));
    }

    private String speed(LaneVerdict lane, Findings findings) {
        Standing standing = lane.standing();
        String baseline = findings.baseline().lane();
        if (findings.isLeft(lane)) {
            return words.say("speed.left", lane.lane(), baseline);
        }
        if (standing.low() == null || standing.high() == null) {
            return words.say(
                    "speed.single",
                    lane.lane(),
                    words.time(standing.medianNanos()),
                    words.time(findings.baseline().standing().medianNanos()),
                    baseline);
        }
        Interval times = new Interval(standing.low(), standing.high());
        IntervalText timesText = IntervalText.of(times, findings.band());
        IntervalText speedUps = IntervalText.of(times.inverse(), findings.band());
        return switch (lane.outcome()) {
            case BASELINE -> throw new IllegalArgumentException("lane must not be the baseline, was " + lane.lane());
            case FASTER ->
                words.say("speed.faster", lane.lane(), speedUps.value(1 / standing.ratio()), baseline, ends(speedUps));
            case SLOWER ->
                words.say("speed.slower", lane.lane(), timesText.value(standing.ratio()), baseline, ends(timesText));
            case SAME ->
                words.say(
                        "speed.same" + (times.contains(1) ? "" : standing.ratio() > 1 ? ".slower" : ".faster"),
                        lane.lane(),
                        baseline,
                        findings.band().text(),
                        Percent.text(1 - Math.min(standing.ratio(), 1 / standing.ratio())));
            case CANT_TELL ->
                words.say(
                        findings.unsettled().contains(lane.lane()) ? "speed.unsettled" : "speed.neither",
                        lane.lane(),
                        baseline,
                        ends(speedUps));
        };
    }

    private String ground(Findings findings) {
        String rivalName = findings.rival();
        if (rivalName == null || findings.missing() instanceof Missing.Residence) {
            return "";
        }
        String chosen = findings.chosen();
        LaneVerdict rival = findings.lane(rivalName);
        boolean isTold = !findings.areAllTheSame()
                && (rival.outcome() == Outcome.BASELINE || findings.lane(chosen).outcome() == Outcome.BASELINE);
        return switch (findings.ground()) {
            case ONLY, SPEED -> "";
            case BEARABLE -> isTold ? calm.ruledOut(rival, findings) : calm.ruledOutBy(rival, findings);
            case CALM -> isTold ? "" : calm.calmer(findings.lane(chosen), rival);
            case THREADS ->
                words.say(
                        "ground.threads",
                        chosen,
                        rivalName,
                        findings.lane(chosen).cost().peakThreads(),
                        rival.cost().peakThreads());
            case ORDER ->
                words.say(
                        findings.lane(chosen).outcome() == Outcome.BASELINE
                                ? "ground.order.baseline"
                                : "ground.order.first",
                        chosen,
                        rivalName);
        };
    }

    /** Why a lane that was faster is not the one; nothing where the ground says so. */
    private String passedOver(PassedOver passed, Findings findings) {
        LaneVerdict lane = passed.lane();
        if (lane.lane().equals(findings.rival())) {
            return "";
        }
        String faster = Ratios.factor(passed.speedUp());
        return switch (passed.why()) {
            case EMULATION -> words.say("left-out", lane.lane());
            case LEFT -> words.say("passed.left", lane.lane(), findings.chosen(), faster);
            case BYSTANDER -> calm.ruledOutBy(lane, findings);
            case UNSETTLED -> words.say("passed.unsettled", lane.lane(), findings.chosen(), faster);
            case NOT_SHOWN -> words.say("passed.not-shown", lane.lane(), findings.chosen(), faster);
        };
    }

    /** What a recommendation lacks, and a space; nothing where there is one. */
    private String missing(Findings findings) {
        Missing missing = findings.missing();
        return missing == null ? "" : missing(missing) + " ";
    }
}
