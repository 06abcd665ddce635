package io.fluxlab.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.cli.figure.CurvePlot.Curve;
import io.fluxlab.cli.figure.CurvePlot.Point;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CurvePlotTest {

    private static final Curve RISING =
            new Curve("rising", List.of(new Point(10, 1), new Point(100, 10), new Point(1000, 100)));
    private static final Curve FLAT = new Curve("flat", List.of(new Point(10, 2), new Point(1000, 2)));

    @Test
    void pointsLieWhereTheirLogarithmsDo() {
        List<String> lines = plot(List.of(RISING), 10).lines(40);

        assertThat(lines).hasSize(15);
        assertThat(lines.get(0)).startsWith("100 │").endsWith("a");
        assertThat(lines.get(11)).startsWith("  1 │a");
        assertThat(lines.get(12)).startsWith("    └───");
        assertThat(lines.get(13)).startsWith("     10").endsWith("1000");
        assertThat(lines.get(14)).isEqualTo("     a rising");
        assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(40));
    }

    @Test
    void boundIsALineAcross() {
        List<String> lines = plot(List.of(RISING, FLAT), 10).lines(40);

        assertThat(lines).filteredOn(line -> line.startsWith(" 10 │┄")).hasSize(1);
        assertThat(lines).filteredOn(line -> line.contains("b")).hasSize(2);
    }

    @Test
    void boundOfWhichAllIsFarStillIsThere() {
        List<String> lines = plot(List.of(FLAT), 1000).lines(60);

        assertThat(lines.get(0)).startsWith("1000 │┄┄┄");
    }

    @Test
    void nothingIsDrawnWhereThereIsNothingOrNoRoom() {
        assertThat(plot(List.of(), 10).lines(80)).isEmpty();
        assertThat(plot(List.of(new Curve("one", List.of(new Point(1, 1)))), 10).lines(80))
                .isEmpty();
        assertThat(plot(List.of(RISING), 10).lines(20)).isEmpty();
    }

    private static CurvePlot plot(List<Curve> curves, double bound) {
        return new CurvePlot(curves, bound, CurvePlotTest::text, CurvePlotTest::text);
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.0f", value);
    }
}
