package io.fluxlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lane.ImmediateLane;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.lane.Locality;
import io.fluxlab.loop.HomeLoop;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {

    @Test
    void lanesAreListedFromTheNearestOnWhateverTheClassPathSays() {
        var catalog = new Catalog(
                List.of(),
                List.of(
                        new Placed("machines", Locality.NETWORK),
                        new Placed("children", Locality.HOST),
                        new Placed("simple", Locality.PROCESS),
                        new Placed("pooled", Locality.PROCESS)));

        assertThat(catalog.lanes())
                .extracting(LaneInfo::name)
                .containsExactly("simple", "pooled", "children", "machines");
        assertThat(catalog.laneNames()).containsExactly("simple", "pooled", "children", "machines");
    }

    private record Placed(String name, Locality locality) implements Lane {

        @Override
        public String summary() {
            return name;
        }

        @Override
        public int concurrency(int tasks) {
            return 1;
        }

        @Override
        public LaneSession open(HomeLoop home, int concurrency) {
            return new ImmediateLane().open(home, concurrency);
        }
    }
}
