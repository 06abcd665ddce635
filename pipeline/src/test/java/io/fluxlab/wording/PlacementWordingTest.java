package io.fluxlab.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.verdict.PlacementFinding;
import io.fluxlab.verdict.PlacementFinding.StageShare;
import io.fluxlab.verdict.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlacementWordingTest {
    private static final PlacementFinding HOME = finding("a@event-loop,b@event-loop", 0);
    private static final PlacementFinding HOPPING = finding("a@parallel,b@virtual", 2);

    @Test
    void noHopPaysWhereTheRecommendedPlacementHasNoneAndOthersDo() {
        assertThat(PlacementWording.in(Language.EN).of(verdict(HOME.lane(), HOME, HOPPING)))
                .hasValueSatisfying(text ->
                        assertThat(text).endsWith("No hop pays here: the stages stay on the thread that they are on."));
        assertThat(PlacementWording.in(Language.RU).of(verdict(HOME.lane(), HOME, HOPPING)))
                .hasValueSatisfying(text -> assertThat(text).contains("Ни один переход здесь не окупается"));
    }

    @Test
    void thatIsNotSaidWhereNobodyHopsAndNothingIsSaidOfAPlacementWithoutFigures() {
        assertThat(PlacementWording.in(Language.EN).of(verdict(HOME.lane(), HOME)))
                .hasValueSatisfying(text -> assertThat(text).doesNotContain("No hop pays"));
        assertThat(PlacementWording.in(Language.EN).of(verdict(null, HOME, HOPPING)))
                .isEmpty();
    }

    @Test
    void hopsOfTheRecommendedPlacementAreCountedWithTheirPrice() {
        assertThat(PlacementWording.in(Language.EN).of(verdict(HOPPING.lane(), HOME, HOPPING)))
                .hasValueSatisfying(text -> assertThat(text)
                        .startsWith("a decides: ")
                        .endsWith("Hops of an element: 2; one costs 3 µs where nobody waits."));
    }

    private static PlacementFinding finding(String placement, double hops) {
        return new PlacementFinding(placement, "a", false, hops, List.of(share("a", hops / 2), share("b", hops / 2)));
    }

    private static StageShare share(String stage, double hops) {
        Long price = hops > 0 ? (Long) 3_000L : null;
        return new StageShare(stage, "x", 0.5, null, 0.2, 1_000, 0, 0, hops, price, 256, 0, 0, 1);
    }

    private static Verdict verdict(@Nullable String recommended, PlacementFinding... placements) {
        return new Verdict(
                List.of(),
                recommended,
                recommended == null ? "too-close" : null,
                null,
                null,
                "",
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(placements));
    }
}
