package io.fluxlab.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.scenario.Fixture;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.run.Detail;
import io.fluxlab.scenario.run.ScenarioRunner;
import io.fluxlab.wording.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

@Timeout(60)
class ReportTest {
    private static final String SCRIPT = """
            name: fixture
            title: {en: "<script>alert(1)</script>", ru: Заголовок}
            lecture: GIL & friends
            explain:
              en: {predict: "Which one?\\n\\nAnd why?", shows: This one}
              ru: {predict: Который?, shows: Этот}
            steps:
              compared:
                compare: {workload: constant, parameters: {tasks: 3, calls: 1}, lanes: [immediate, virtual], rounds: 3, warmup: 0}
              single:
                run: {workload: constant, parameters: {tasks: 2, calls: 1}, lane: virtual}
              endless:
                run: {workload: never, parameters: {tasks: 1, calls: 1}, lane: virtual}
                limitMillis: 100
            expect:
              - {that: count.single.virtual == 2, proves: {en: Two come out, ru: Выходят два}}
              - {that: ratio.compared.virtual < 0, proves: {en: Never, ru: Никогда}}
              - {that: wall.endless.virtual > 0, proves: {en: Endless, ru: Бесконечно}}
            """;

    private final Fixture fixture = new Fixture();
    private final Scheduler timer = Schedulers.newSingle("timer");

    @TempDir
    Path folder;

    @AfterEach
    void stopTimer() {
        timer.dispose();
    }

    @Test
    void pageTellsWhatWasExpectedAndWhatCameOut() {
        var html = report().html(Language.EN);

        assertThat(html)
                .contains("Which one?", "And why?", "This one", "GIL &amp; friends")
                .contains("Two come out", "count.single.virtual == 2", "<dd>2</dd>")
                .contains("ratio.compared.virtual &lt; 0", "class=\"no\"")
                .contains("step endless did not end within 100 ms, its limit")
                .contains("Not everything expected came out: 1 of 3")
                .contains("{&quot;value&quot;:42}");
    }

    @Test
    void whatWasNotJudgedIsNotSaidToHaveComeOut() throws IOException {
        var report = report("""
                name: fixture
                title: t
                explain: {en: {predict: p, shows: s}}
                steps:
                  single:
                    run: {workload: constant, parameters: {tasks: 2, calls: 1}, lane: virtual}
                expect:
                  - {that: count.single.virtual == 2, given: count.single.virtual == 3, proves: p}
                """);

        assertThat(report.html(Language.EN))
                .contains("<span class=\"badge soft\">– Nothing expected could be judged: 0 of 1, 1 not judged");
        assertThat(report.html(Language.RU)).contains("Ничего из ожидаемого проверить не удалось: 0 из 1");
        assertThat(Files.readString(new ReportFolder(folder, Language.EN).writeIndex(List.of(report))))
                .contains("<td class=\"soft\">–</td>");
    }

    @Test
    void whatAScriptSaysIsNoMarkup() {
        assertThat(report().html(Language.EN))
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;");
    }

    @Test
    void pageNeedsNothingFromElsewhere() {
        assertThat(report().html(Language.EN)).doesNotContain("http:", "https:", "src=", "<link", "@import", "url(");
    }

    @Test
    void plotsHaveAMarkForEveryRoundAndEveryTask() {
        var html = report().html(Language.EN);

        assertThat(html.split("class=\"round\"", -1)).hasSize(1 + 2 * 3);
        assertThat(html.split("class=\"median\"", -1)).hasSize(1 + 2);
        assertThat(html.split("class=\"task\"", -1)).hasSize(1 + 2 * 3 + 2);
        assertThat(html).doesNotContain("NaN", "Infinity");
    }

    @Test
    void pageSpeaksRussian() {
        assertThat(report().html(Language.RU))
                .contains("<html lang=\"ru\">", "Заголовок", "Который?", "Выходят два", "Что предсказать");
    }

    @Test
    void folderHasAPageForEachScenarioAndAnIndex() throws IOException {
        var report = report();
        var reports = new ReportFolder(folder.resolve("new"), Language.EN);
        reports.write(report);

        Path index = reports.writeIndex(List.of(report));

        assertThat(Files.readString(index))
                .contains("href=\"fixture.html\"", "1 / 3", "&lt;script&gt;")
                .doesNotContain("<script");
        assertThat(index.resolveSibling("fixture.html")).exists();
    }

    @Test
    void loadsAndStagesHaveTables() {
        var html = report("""
                name: fixture
                title: Arrivals and stages
                explain: {en: {predict: p, shows: s}, ru: {predict: п, shows: р}}
                steps:
                  loaded:
                    compare: {workload: sleeping, lanes: [immediate, virtual], rounds: 1, warmup: 0, load: {rate: 200/s, duration: 400ms}}
                  placed:
                    compare: {workload: orders, parameters: {tasks: 2, stages: 'a:sleep=1ms,b:block=20ms'}, placements: [event-loop, b@virtual], rounds: 1, warmup: 0}
                expect:
                  - {that: '!load.loaded.immediate.keepsUp', proves: p}
                """).html(Language.EN);

        assertThat(html)
                .contains("<th>load</th>", "<th>served/s</th>", "<th>p99.9</th>", "<td>falls behind</td>")
                .contains("<th>stage</th>", "<td>b (decides)</td>", "<td>b@virtual</td>")
                .doesNotContain("NaN", "Infinity");
    }

    @Test
    void whatThreadsDidIsAPictureToStepThroughWithoutAScript() {
        var html = report("""
                name: fixture
                title: Traced
                explain: {en: {predict: p, shows: s}, ru: {predict: п, shows: р}}
                steps:
                  traced:
                    run: {workload: constant, parameters: {tasks: 2, calls: 1}, lane: gil, trace: true}
                expect:
                  - {that: 'trace.traced.gil.exists(m, m.kind == "holding" && m.name == "GIL")', proves: p}
                """).html(Language.EN);

        assertThat(html)
                .contains("<figure class=\"trace\" id=\"trace-traced-0\">", "has got GIL", "1 of 1")
                .contains("type=\"radio\" name=\"trace-traced-0\" id=\"trace-traced-0-1\"", "for=\"trace-traced-0-2\"")
                .doesNotContain("<script", "http:", "https:", "src=", "<link", "@import", "url(", "NaN");
    }

    private ScenarioReport report() {
        return report(SCRIPT);
    }

    private ScenarioReport report(String script) {
        var scenario = fixture.read(script);
        var report = new ScenarioReport(scenario, Form.FULL);
        ScenarioRunner.on(fixture.lab, timer)
                .run(scenario, Form.FULL, Detail.EVENTS)
                .doOnNext(report::accept)
                .blockLast();
        return report;
    }
}
