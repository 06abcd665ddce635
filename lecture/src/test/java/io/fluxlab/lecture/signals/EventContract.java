package io.fluxlab.lecture.signals;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.signals.EventWorkload.Parameters;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What both kinds of event keep. */
abstract class EventContract extends WorkloadContract<Parameters> {

    private static final int WAITERS = 7;

    private final String way;

    EventContract(String way) {
        this.way = way;
    }

    @Override
    protected Workload<Parameters> workload() {
        return new EventWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("way", way, "waiters", WAITERS, "limitMillis", 1);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("way", way, "waiters", WAITERS, "limitMillis", 3_600_000);
    }

    /** On how many threads they come is the lane's business: the home loop's thread is the lane's on some. */
    @Override
    protected Object lasting(Object item) {
        EventMoment moment = (EventMoment) item;
        return List.of(moment.moment(), moment.isSet(), moment.waiting(), moment.passed(), moment.threadsHeld());
    }

    @Test
    void startsCleared() {
        assertThat(moment("created", brief()).isSet()).isFalse();
    }

    @RepeatedTest(20)
    void everyoneWaitsUntilItIsSetAndPassesThen() {
        EventMoment awaited = moment("came", brief());
        EventMoment set = moment("set", brief());

        assertThat(awaited.waiting()).isEqualTo(WAITERS);
        assertThat(awaited.passed()).isZero();
        assertThat(set.isSet()).isTrue();
        assertThat(set.waiting()).isZero();
        assertThat(set.passed()).isEqualTo(WAITERS);
    }

    @RepeatedTest(20)
    void nobodyWaitsForASetEvent() {
        EventMoment moment = moment("came-while-set", brief());

        assertThat(moment.passed()).isEqualTo(2 * WAITERS);
        assertThat(moment.waited()).isEqualTo(WAITERS);
    }

    @RepeatedTest(20)
    void everyoneWaitsAgainOnceItIsCleared() {
        List<EventMoment> moments = moments(brief());

        assertThat(moments)
                .extracting(EventMoment::moment)
                .containsExactly("created", "came", "set", "came-while-set", "cleared", "time-limit", "set-again");
        assertThat(moments.get(4).isSet()).isFalse();
        assertThat(moments.get(4).waiting()).isEqualTo(WAITERS);
        assertThat(moments.get(4).passed()).isEqualTo(2 * WAITERS);
        assertThat(moments.get(6).waiting()).isZero();
        assertThat(moments.get(6).passed()).isEqualTo(3 * WAITERS);
    }

    @Test
    void whoeverReachesTheTimeLimitGivesUp() {
        EventMoment moment = moment("time-limit", brief());

        assertThat(moment.gaveUp()).isEqualTo(1);
        assertThat(moment.passed()).isEqualTo(2 * WAITERS);
    }

    @Test
    void anyNumberCanWait() {
        assertThat(moment("set-again", Map.of("way", way, "waiters", 500, "limitMillis", 1))
                        .passed())
                .isEqualTo(1500);
    }

    final EventMoment moment(String name, Map<String, Object> parameters) {
        return moments(parameters).stream()
                .filter(each -> each.moment().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private List<EventMoment> moments(Map<String, Object> parameters) {
        return run("bounded-elastic", parameters).flatItems().stream()
                .map(EventMoment.class::cast)
                .toList();
    }
}
