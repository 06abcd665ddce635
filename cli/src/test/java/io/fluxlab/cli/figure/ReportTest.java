package io.fluxlab.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.wording.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReportTest {
    private static final int WIDE = 120;
    private static final int NARROW = 80;

    @Test
    void namesMachineAndCpusAndJdk() {
        assertThat(lines(WIDE)).contains("Some CPU, 2 CPUs, Linux 6.1, JDK Some Vendor 25");
    }

    @Test
    void recommendsALaneWithItsReason() {
        assertThat(String.join(" ", lines(WIDE)))
                .contains("Use parallel: parallel is ")
                .contains("as fast as immediate");
    }

    @Test
    void inRussianNothingIsHalfEnglish() {
        List<String> lines = Samples.report(3, Language.RU).lines(WIDE, Palette.PLAIN);

        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("Берите parallel: "));
        assertThat(lines).anySatisfy(line -> assertThat(line).startsWith("Предупреждение (too-few-rounds): "));
        String names = String.join("|", Samples.LANES) + "|primes|to|Some|CPU|Linux|JDK|Vendor|p\\d+|too-few-rounds";
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.replaceAll("\\b(" + names + ")\\b", "")).doesNotContainPattern("[A-Za-z]"));
    }

    @Test
    void canariesHaveATableOfTheirOwnWhereThereAreAny() {
        List<String> lines = Samples.withCanary(20, Language.EN).lines(WIDE, Palette.PLAIN);

        assertThat(lines)
                .anyMatch(line -> line.matches("lane +canary +on +late p50 +p99 +max"))
                .anyMatch(line -> line.matches("parallel +timer +parallel \\(its own\\) +5 ms +20 ms +40 ms"));
        assertThat(Samples.withCanary(20, Language.EN).markdown())
                .anyMatch(line -> line.startsWith("| parallel | timer | parallel (its own) |"));
        assertThat(lines(WIDE)).noneMatch(line -> line.contains("canary"));
    }

    @Test
    void canariesHaveRussianWords() {
        assertThat(Samples.withCanary(20, Language.RU).lines(WIDE, Palette.PLAIN))
                .anyMatch(line -> line.matches("parallel +таймер +parallel \\(свой\\) +5 мс +20 мс +40 мс"));
    }

    @Test
    void theNetworkHasARowOfItsOwnWhereThereIsOne() {
        Report report = Samples.withNetwork(20, Language.EN);

        assertThat(report.lines(WIDE, Palette.PLAIN))
                .anyMatch(line -> line.matches("network +round trip +sent +received +sent a task +received a task"))
                .anyMatch(line -> line.matches("parallel +0.31 ms +6\\.4 kB +640 kB +400 B +40.0 kB"));
        assertThat(report.markdown()).anyMatch(line -> line.startsWith("| parallel | 0.31 ms | 6.4 kB | 640 kB |"));
        assertThat(lines(WIDE)).noneMatch(line -> line.contains("network"));
    }

    @Test
    void theNetworkHasRussianWords() {
        assertThat(Samples.withNetwork(20, Language.RU).lines(WIDE, Palette.PLAIN))
                .anyMatch(line -> line.matches(
                        "сеть +туда и обратно +отправлено +получено +отправлено на задачу +" + "получено на задачу"))
                .anyMatch(line -> line.matches("parallel +0.31 мс .*"));
    }

    @Test
    void theNetworkCanBeColumnsToo() {
        LaneFigure[] figures = {LaneFigure.NETWORK_ROUNDTRIP, LaneFigure.NETWORK_SENT, LaneFigure.NETWORK_RECEIVED};

        assertThat(Samples.withNetwork(20, Language.EN, figures).lines(WIDE, Palette.PLAIN))
                .anyMatch(line -> line.matches("parallel +0.31 ms +6\\.4 kB +640 kB"))
                .anyMatch(line -> line.matches("immediate +– +– +–"));
    }

    @Test
    void showsTheColumnsThatAreAskedForInTheirOrder() {
        List<String> lines = Samples.report(
                        20, Language.EN, LaneFigure.CONTEXT_SWITCHES, LaneFigure.ALLOCATED, LaneFigure.BYSTANDER_MAX)
                .lines(WIDE, Palette.PLAIN);

        assertThat(lines)
                .anyMatch(line -> line.matches("lane +context switches +allocated +bystander max"))
                .anyMatch(line -> line.matches("parallel +– +12\\.3 MB +2 ms"));
    }

    @ParameterizedTest
    @EnumSource
    void everyFigureHasAHeadingInEveryLanguage(Language language) {
        for (LaneFigure figure : LaneFigure.values()) {
            assertThat(Samples.report(1, language, figure).lines(WIDE, Palette.PLAIN))
                    .as(figure.id())
                    .anyMatch(line -> line.startsWith("parallel"));
        }
    }

    @Test
    void laneNamesLineUp() {
        var rows = lines(WIDE).stream()
                .filter(line -> Samples.LANES.stream().anyMatch(line::startsWith))
                .toList();

        assertThat(rows)
                .hasSize(3)
                .extracting(row -> row.indexOf("ms"))
                .containsOnly(rows.get(0).indexOf("ms"));
    }

    @Test
    void narrowTerminalGetsTwoTablesInsteadOfBrokenLines() {
        assertThat(lines(NARROW))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(NARROW))
                .filteredOn(line -> line.startsWith("lane "))
                .hasSize(2);
        assertThat(lines(WIDE)).filteredOn(line -> line.startsWith("lane ")).hasSize(1);
    }

    @Test
    void warningsHaveNames() {
        assertThat(Samples.report(3).lines(WIDE, Palette.PLAIN))
                .anySatisfy(line -> assertThat(line).startsWith("Warning (too-few-rounds): Only 3 of "));
    }

    @Test
    void singleRoundClaimsNoInterval() {
        assertThat(Samples.report(1).lines(WIDE, Palette.PLAIN))
                .anySatisfy(line -> assertThat(line).matches("parallel +409 ms +1.97× +– +can't tell.*"));
    }

    @Test
    void whatCantBeToldSaysAboutHowManyMoreRounds() {
        var lines = Samples.report(3).lines(WIDE, Palette.PLAIN);

        assertThat(lines).anyMatch(line -> line.startsWith("lane ") && line.contains("outcome     more rounds"));
        assertThat(lines).anyMatch(line -> line.matches("bounded-elastic .+ can't tell +~\\d+.*"));
    }

    @Test
    void coloursChangeNoText() {
        var coloured = Samples.report(20).lines(WIDE, Palette.COLOURED);

        assertThat(coloured).anyMatch(line -> line.contains("\u001b[32m"));
        assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")))
                .containsExactlyElementsOf(lines(WIDE));
    }

    @Test
    void markdownHasARowForEachLane() {
        assertThat(Samples.report(20).markdown())
                .contains(
                        "| lane | median | speed-up | 95 % interval | outcome | CPUs | threads | bystander p50 | p99 | max |")
                .filteredOn(line -> line.startsWith("| "))
                .hasSize(5);
    }

    private static List<String> lines(int width) {
        return Samples.report(20).lines(width, Palette.PLAIN);
    }
}
