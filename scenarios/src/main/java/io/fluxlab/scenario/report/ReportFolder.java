package io.fluxlab.scenario.report;

import io.fluxlab.scenario.LectureHeadings;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where reports go: a page for each scenario and an index of them. Files are written over. Not thread-safe. */
public final class ReportFolder {

    private final Path folder;
    private final Language language;

    /** A folder, which is made where it is missing, and the language of what goes there. */
    public ReportFolder(Path folder, Language language) {
        this.folder = folder;
        this.language = language;
    }

    /** One line of the index. */
    record Entry(
            String file,
            String name,
            String title,
            String lecture,
            String mark,
            String style,
            String held,
            String time) {}

    /** Writes the page of a scenario that has ended. */
    public void write(ScenarioReport report) {
        write(report.fileName(), report.html(language));
    }

    /** Writes the index of these reports; says where it is. */
    public Path writeIndex(List<ScenarioReport> reports) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("language", language.code());
        values.put("say", Page.words(language));
        values.put("entries", reports.stream().map(this::entry).toList());
        return write("index.html", Templates.index(values));
    }

    private Entry entry(ScenarioReport report) {
        var end = report.finished();
        return new Entry(
                report.fileName(),
                report.scenario().name(),
                report.scenario().title().in(language),
                LectureHeadings.in(language, report.scenario().lecture()),
                end.outcome().mark(),
                Page.style(end.outcome()),
                end.held() + " / " + end.all(),
                VerdictWording.in(language).time(end.atNanos()));
    }

    private Path write(String name, String html) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UnwritableFileException(file, e);
        }
        WholeFile.write(file, html);
        return file;
    }
}
