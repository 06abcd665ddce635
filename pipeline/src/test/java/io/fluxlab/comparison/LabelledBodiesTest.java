package io.fluxlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.fluxlab.comparison.ComparisonEvent.Found;
import io.fluxlab.diagnosis.Cause;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.example.bodies.Bodies;
import org.example.bodies.Conditions;
import org.example.bodies.Hops;
import org.example.bodies.Loops;
import org.example.bodies.Memory;
import org.example.bodies.NativeFrames;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Bodies of which one knows what limits them: at least 95 of 100 are to be found, and no innocent one accused. Takes two
 * minutes a repetition of a machine that does nothing else, and runs where {@code -Drepetitions=N} asks for it.
 */
@EnabledIfSystemProperty(named = "repetitions", matches = "[1-9]\\d*")
@Timeout(900)
class LabelledBodiesTest {

    private static final int REPETITIONS = Integer.getInteger("repetitions", 1);

    /** With this property, only bodies of such names. */
    private static final String ONLY = System.getProperty("bodies", "");

    private static final double ENOUGH = 0.95;

    /** What says only how a body spends its time. */
    private static final Set<Cause> INNOCENT = Set.of(Cause.CPU_BOUND, Cause.WAITING, Cause.UNKNOWN);

    private record Labelled(String name, String lane, Cause cause, int calls, Callable<?> body) {

        Labelled(String name, String lane, Cause cause, Callable<?> body) {
            this(name, lane, cause, 2, body);
        }
    }

    private static final List<Labelled> BODIES = List.of(
            new Labelled("xorshift", "parallel", Cause.CPU_BOUND, Loops::xorshift),
            new Labelled("primes", "immediate", Cause.CPU_BOUND, Loops::primes),
            new Labelled("sleeps", "virtual", Cause.WAITING, Bodies::sleeps),
            new Labelled("result", "bounded-elastic", Cause.WAITING, Bodies::waitsForAResult),
            new Labelled("delays", "event-loop", Cause.WAITING, Bodies::delays),
            new Labelled("ticks", "bounded-elastic", Cause.WAITING, Bodies::ticks),
            new Labelled("paced", "event-loop", Cause.WAITING, Bodies::paced),
            new Labelled("monitor", "bounded-elastic", Cause.SERIALISED, Bodies::monitor),
            new Labelled("lock", "virtual", Cause.SERIALISED, Bodies::lock),
            new Labelled("one-permit", "virtual", Cause.SERIALISED, Bodies::onePermit),
            new Labelled("one-thread", "bounded-elastic", Cause.SERIALISED, Bodies::oneThread),
            new Labelled("concat", "event-loop", Cause.SERIALISED, Bodies::oneAfterTheOther),
            new Labelled("one-by-one", "event-loop", Cause.SERIALISED, Bodies::oneByOne),
            new Labelled("in-sequence", "event-loop", Cause.SERIALISED, Bodies::inSequence),
            new Labelled("own-thread", "virtual", Cause.SERIALISED, Bodies::throughAThreadOfItsOwn),
            new Labelled("filter", "event-loop", Cause.SERIALISED, Bodies::filteredInOrder),
            new Labelled("connections", "virtual", Cause.POOL_EXHAUSTED, Bodies::connections),
            new Labelled("impatient", "virtual", Cause.POOL_EXHAUSTED, Bodies::impatient),
            new Labelled("small-pool", "event-loop", Cause.POOL_EXHAUSTED, Bodies::smallPool),
            new Labelled("few-threads", "event-loop", Cause.POOL_EXHAUSTED, Bodies::fewThreads),
            new Labelled("spins-clock", "parallel", Cause.SPINNING, Loops::spinsOnTheClock),
            new Labelled("spins-flag", "parallel", Cause.SPINNING, Loops::spinsOnAFlag),
            new Labelled("yields", "parallel", Cause.SPINNING, Loops::yields),
            new Labelled("turns", "virtual", Cause.SERIALISED, Conditions::turns),
            new Labelled("free-one", "bounded-elastic", Cause.POOL_EXHAUSTED, Conditions::waitsForAFreeOne),
            new Labelled("fed", "virtual", Cause.WAITING, Conditions::fed),
            new Labelled("process", "bounded-elastic", Cause.WAITING, Bodies::process),
            new Labelled("concatenates", "parallel", Cause.GARBAGE_BOUND, Memory::concatenates),
            new Labelled("words", "parallel", Cause.CPU_BOUND, Memory::countsWords),
            new Labelled("arrays", "parallel", Cause.GARBAGE_BOUND, Memory::arrays),
            new Labelled("big-arrays", "parallel", Cause.GARBAGE_BOUND, Memory::bigArrays),
            new Labelled("on-parallel", "immediate", Cause.LEFT_THE_LANE, Bodies::onParallel),
            new Labelled("published", "immediate", Cause.LEFT_THE_LANE, Bodies::publishedOnParallel),
            new Labelled("uuid", "immediate", Cause.HOP_BOUND, Bodies::uuidBehindAHop),
            new Labelled("there-and-back", "immediate", Cause.HOP_BOUND, Bodies::thereAndBack),
            new Labelled("two-schedulers", "event-loop", Cause.HOP_BOUND, 200, Bodies::ontoTwoSchedulers),
            new Labelled("waits-for-a-hop", "virtual", Cause.HOP_BOUND, 200, Bodies::waitsForAHop),
            new Labelled("gets-at-once", "virtual", Cause.HOP_BOUND, 200, Bodies::getsAtOnce),
            new Labelled("chain", "event-loop", Cause.HOP_BOUND, Bodies::chain),
            new Labelled("each-element", "event-loop", Cause.HOP_BOUND, Hops::eachElement),
            new Labelled("elements-in-order", "event-loop", Cause.HOP_BOUND, Hops::inOrder),
            new Labelled("results-in-order", "bounded-elastic", Cause.HOP_BOUND, Hops::oneResultAfterTheOther),
            new Labelled("common-pool", "event-loop", Cause.LEFT_THE_LANE, Hops::toTheCommonPool),
            new Labelled("spins-instants", "parallel", Cause.SPINNING, Loops::spinsOnInstants),
            new Labelled("spins-elapsed", "parallel", Cause.SPINNING, Loops::elapses),
            new Labelled("initialiser", "virtual", Cause.PINNED, NativeFrames::sleep),
            new Labelled("initialiser-parks", "virtual", Cause.PINNED, NativeFrames::park),
            new Labelled("ticking", "event-loop", Cause.OVERFLOW, Bodies::ticksTooFast),
            new Labelled("emitting", "event-loop", Cause.OVERFLOW, Bodies::emitsTooMuch),
            new Labelled("pool-results", "virtual", Cause.POOL_EXHAUSTED, Bodies::waitsForAPool),
            new Labelled("one-at-a-time", "virtual", Cause.SERIALISED, Bodies::waitsForOneThread),
            new Labelled("polls", "parallel", Cause.SPINNING, Loops::polls),
            new Labelled("remembers", "parallel", Cause.SPINNING, Loops::remembers),
            new Labelled("asks-itself", "parallel", Cause.SPINNING, Loops::asksItself),
            new Labelled("follows", "parallel", Cause.CPU_BOUND, Loops::follows),
            new Labelled("own-queue", "virtual", Cause.WAITING, Bodies::ownQueue),
            new Labelled("constant", "immediate", Cause.NOTHING_TO_DO, Bodies::constant),
            new Labelled("constant-calls", "immediate", Cause.NOTHING_TO_DO, 5_000, Bodies::constant),
            new Labelled("never", "event-loop", Cause.SILENT, Bodies::never),
            new Labelled("latch", "virtual", Cause.SILENT, Bodies::latch),
            new Labelled("groups", "event-loop", Cause.SILENT, Bodies::groups),
            new Labelled("just-call", "bounded-elastic", Cause.NOTHING_TO_DO, Bodies::justOfACall),
            new Labelled("just-compute", "parallel", Cause.NOTHING_TO_DO, Bodies::justOfAComputation),
            new Labelled("brief-lock", "virtual", Cause.WAITING, Bodies::briefLock),
            new Labelled("many-connections", "virtual", Cause.WAITING, Bodies::manyConnections));

    @Test
    void mostAreFoundAndNoInnocentOneIsAccused(TestReporter reporter) {
        List<String> wrong = new ArrayList<>();
        int judged = 0;
        int asked = 0;
        for (int i = 0; i < REPETITIONS; i++) {
            for (Labelled labelled : BODIES) {
                if (!labelled.name().contains(ONLY)) {
                    continue;
                }
                asked++;
                Found found = find(labelled);
                Cause cause = found.finding().cause();
                if (cause == Cause.STARVED_MACHINE) {
                    continue; // true of a machine that builds something else meanwhile: nothing else can be seen then
                }
                judged++;
                if (cause != labelled.cause()) {
                    wrong.add(labelled.name() + ": " + found.finding() + " " + found.watching());
                }
                if (INNOCENT.contains(labelled.cause())) {
                    assertThat(cause).as("%s: %s", labelled.name(), found).isIn(INNOCENT);
                }
            }
        }
        reporter.publishEntry(Map.of("judged", String.valueOf(judged), "wrong", String.valueOf(wrong)));
        assertThat(wrong).as("of %d", judged).hasSizeLessThanOrEqualTo((int) Math.ceil((1 - ENOUGH) * judged));
        assumeThat(judged).as("bodies that could be seen on this machine").isGreaterThan(asked / 2);
    }

    private static Found find(Labelled labelled) {
        Workload<?> workload = Workload.of(labelled.name(), labelled.body());
        return LocalLab.builder()
                .workload(workload)
                .build()
                .compare(ComparisonRequest.of(labelled.name())
                        .with(Map.of("tasks", 24, "calls", labelled.calls()))
                        .on(labelled.lane())
                        .rounds(1, 1)
                        .runTimeMillis(2_000L)
                        .explained())
                .ofType(Found.class)
                .blockFirst(Duration.ofMinutes(2));
    }
}
