package io.fluxlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.diagnosis.Remedy;
import io.fluxlab.lane.ImmediateLane;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.VirtualLane;
import io.fluxlab.stage.PlacedLane;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemedyLanesTest {

    private static final Lane HERE = new ImmediateLane();
    private static final String PLACEMENT = "parse@parallel,store@bounded-elastic";

    private final RemedyLanes any = new RemedyLanes(List.of(HERE), true, List.of("parse", "store"));
    private final RemedyLanes compared = new RemedyLanes(List.of(HERE, new VirtualLane()), false, List.of());

    @Test
    void aRemedyIsALaneALargerPoolOrAPlacement() {
        assertThat(any.of(HERE, Remedy.lane("parallel"))).map(Lane::name).contains("parallel");
        assertThat(any.of(HERE, Remedy.lane("bounded-elastic:threads=64"))).hasValueSatisfying(lane -> {
            assertThat(lane.name()).isEqualTo("bounded-elastic:threads=64");
            assertThat(lane.concurrency(100)).isEqualTo(64);
        });
        assertThat(any.of(HERE, Remedy.lane(PLACEMENT)))
                .containsInstanceOf(PlacedLane.class)
                .map(Lane::name)
                .contains(PLACEMENT);
        assertThat(any.of(HERE, Remedy.atMost("immediate", 1)))
                .map(lane -> lane.concurrency(100))
                .contains(1);
        assertThat(any.of(HERE, Remedy.lane("cluster"))).isEmpty();
    }

    @Test
    void onlyLanesThatAreComparedAreTriedWhereOthersWereNotAdmitted() {
        assertThat(compared.of(HERE, Remedy.lane("virtual"))).isPresent();
        assertThat(compared.of(HERE, Remedy.lane("parallel"))).isEmpty();
        assertThat(compared.of(HERE, Remedy.lane("bounded-elastic:threads=64"))).isEmpty();
        assertThat(compared.of(HERE, Remedy.lane(PLACEMENT))).isEmpty();
    }
}
