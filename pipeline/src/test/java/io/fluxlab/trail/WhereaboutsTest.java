package io.fluxlab.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.trail.PlaceOfWork.Position;
import io.fluxlab.trail.Whereabouts.Departure;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {

    private static final PlaceOfWork LANE = new PlaceOfWork("fluxlab-virtual", Position.LANE, 100, 100, 50L);
    private static final PlaceOfWork HOME = new PlaceOfWork("fluxlab-virtual-home", Position.HOME, 100, 100, 50L);

    @Test
    void homeLoopIsNoDeparture() {
        assertThat(where(100, HOME).departure()).isEmpty();
        assertThat(where(200, LANE, HOME).departure()).isEmpty();
    }

    @Test
    void fewStraysAreNone() {
        assertThat(where(104, LANE, elsewhere(4, 0, 0)).departure()).isEmpty();
        assertThat(where(106, LANE, elsewhere(6, 0, 0)).departure())
                .contains(new Departure(Departure.Kind.TASKS, "parallel", 6, 106));
    }

    @Test
    void itemsThatArriveElsewhereAreOneAlsoWhereTasksEndOnTheLane() {
        assertThat(where(100, LANE, elsewhere(0, 50, 0)).departure())
                .contains(new Departure(Departure.Kind.ITEMS, "parallel", 50, 150));
    }

    @Test
    void cpuTimeElsewhereIsOneWhereItIsMostOfIt() {
        assertThat(where(100, LANE, elsewhere(0, 0, 40)).departure()).isEmpty();
        assertThat(where(100, LANE, elsewhere(0, 0, 150)).departure())
                .contains(new Departure(Departure.Kind.CPU, "parallel", 150, 200));
    }

    @Test
    void runsAddUp() {
        Whereabouts one = where(106, LANE, elsewhere(6, 1, 2));

        assertThat(one.plus(one).departure()).contains(new Departure(Departure.Kind.TASKS, "parallel", 6, 106));
        assertThat(Whereabouts.UNKNOWN.plus(one)).isEqualTo(one);
    }

    private static PlaceOfWork elsewhere(int tasks, long items, long cpuNanos) {
        return new PlaceOfWork("parallel", Position.ELSEWHERE, tasks, items, cpuNanos);
    }

    private static Whereabouts where(int tasks, PlaceOfWork... places) {
        return new Whereabouts(1, tasks, List.of(places), Assembly.NONE);
    }
}
