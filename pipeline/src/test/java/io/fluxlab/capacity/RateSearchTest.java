package io.fluxlab.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rates are tried, and what is concluded, where each step is answered by a function. */
class RateSearchTest {

    private static final double FIRST = 20;
    private static final double LEAST = 2.5;
    private static final double MOST = 1_000_000;
    private static final double RESOLUTION = 0.08;

    @ParameterizedTest
    @ValueSource(doubles = {3.1, 20.5, 47, 319, 5_300, 88_000})
    void capacityLiesBetweenTwoRatesThatAreAsCloseAsTheResolution(double capacity) {
        RateSearch search = search(MOST);

        run(search, rate -> rate <= capacity, 200);

        RateBracket found = search.bracket();
        assertThat(found.isNarrow()).isTrue();
        assertThat(found.met()).isLessThanOrEqualTo(capacity);
        assertThat(found.missed()).isGreaterThan(capacity).isLessThanOrEqualTo(found.met() * (1 + RESOLUTION));
    }

    @Test
    void rateIsDoubledByOneStepEachAndDecidedByThree() {
        List<Double> tried = run(search(MOST), rate -> rate <= 100, 200);

        assertThat(tried).startsWith(20.0, 40.0, 80.0, 160.0, 160.0, 160.0, 80.0, 80.0, 113.0, 113.0, 113.0);
    }

    @Test
    void rateThatWasMetByLuckOnTheWayUpIsFoundOutBeforeItIsBuiltUpon() {
        List<Double> tried = new ArrayList<>();
        RateSearch search = search(MOST);
        run(search, rate -> tried.add(rate) && rate < 80.5 && !(rate == 80 && tried.size() > 4), 200);

        assertThat(search.decision(80)).isEqualTo(RateDecision.MISSED);
        assertThat(search.bracket().missed()).isEqualTo(80);
        assertThat(search.bracket().met()).isBetween(73.0, 80.0);
    }

    @Test
    void rateAtWhichEveryTaskFailsIsMissedByOneStep() {
        RateSearch search = search(MOST);

        for (OptionalDouble next = search.next(); next.isPresent(); next = search.next()) {
            search.fail(next.getAsDouble());
        }

        assertThat(search.decision(FIRST)).isEqualTo(RateDecision.MISSED);
        assertThat(search.bracket()).isEqualTo(new RateBracket(null, LEAST, false, false, true));
    }

    @Test
    void lanesThatMissEvenTheLowestRateAreSaidTo() {
        RateSearch search = search(MOST);

        run(search, rate -> false, 200);

        assertThat(search.bracket()).isEqualTo(new RateBracket(null, LEAST, false, false, true));
    }

    @Test
    void highestRateIsDecidedToo() {
        RateSearch search = search(100);

        List<Double> tried = run(search, rate -> true, 200);

        assertThat(tried).containsExactly(20.0, 40.0, 80.0, 100.0, 100.0, 100.0);
        assertThat(search.bracket()).isEqualTo(new RateBracket(100.0, null, false, true, false));
    }

    @Test
    void rateThatIsRefusedIsTheEndOfTheWayUp() {
        RateSearch search = search(MOST);
        for (OptionalDouble rate = search.next(); rate.isPresent(); rate = search.next()) {
            if (rate.getAsDouble() > 100) {
                search.refuse(rate.getAsDouble());
            } else {
                search.add(rate.getAsDouble(), true);
            }
        }

        assertThat(search.bracket()).isEqualTo(new RateBracket(80.0, null, false, true, false));
    }

    @Test
    void rateThatIsRefusedLaterEndsTheSearchBelowIt() {
        RateSearch search = search(MOST);
        int steps = 0;
        for (OptionalDouble rate = search.next(); rate.isPresent() && steps < 100; rate = search.next()) {
            steps++;
            if (rate.getAsDouble() > 100 && rate.getAsDouble() < 160) {
                search.refuse(rate.getAsDouble());
            } else {
                search.add(rate.getAsDouble(), rate.getAsDouble() <= 100);
            }
        }

        assertThat(steps).isLessThan(100);
        assertThat(search.bracket().met()).isEqualTo(80);
        assertThat(search.bracket().missed()).isEqualTo(160);
        assertThat(search.bracket().isNarrow()).isFalse();
    }

    @Test
    void rateAtWhichStepsDifferStaysUndecidedAndIsApproachedFromBothSides() {
        RateSearch search = search(MOST);
        AtomicInteger turn = new AtomicInteger();

        List<Double> tried = run(search, rate -> rate < 105 || (rate < 120 && turn.getAndIncrement() % 2 == 0), 400);

        assertThat(search.decision(113)).isEqualTo(RateDecision.UNDECIDED);
        assertThat(tried.stream().filter(rate -> rate == 113)).hasSize(StepTally.MOST_STEPS);
        assertThat(search.bracket().met()).isBetween(97.0, 105.0);
        assertThat(search.bracket().missed()).isBetween(120.0, 130.0);
        assertThat(search.bracket().isNarrow()).isFalse();
    }

    private static RateSearch search(double most) {
        return new RateSearch(FIRST, LEAST, most, RESOLUTION);
    }

    private static List<Double> run(RateSearch search, DoublePredicate isMet, int mostSteps) {
        List<Double> tried = new ArrayList<>();
        for (OptionalDouble rate = search.next(); rate.isPresent(); rate = search.next()) {
            tried.add(rate.getAsDouble());
            assertThat(tried).hasSizeLessThanOrEqualTo(mostSteps);
            search.add(rate.getAsDouble(), isMet.test(rate.getAsDouble()));
        }
        return tried;
    }
}
