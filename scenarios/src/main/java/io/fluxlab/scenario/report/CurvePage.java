package io.fluxlab.scenario.report;

import io.fluxlab.wording.Language;
import java.util.List;
import java.util.Map;

/**
 * A page that shows curves, with what they are of and a table: all in one file, which needs no network and runs no script.
 * Immutable.
 *
 * @param language of its texts
 * @param title its heading
 * @param about what was measured, and where
 * @param headings of the table
 * @param rows of the table
 * @param remarks what was found, in sentences
 * @param chart the curves
 */
public record CurvePage(
        Language language,
        String title,
        List<String> about,
        List<String> headings,
        List<List<String>> rows,
        List<String> remarks,
        CurveChart chart) {

    public CurvePage {
        about = List.copyOf(about);
        headings = List.copyOf(headings);
        rows = List.copyOf(rows);
        remarks = List.copyOf(remarks);
    }

    /** The page; whatever is in it is escaped. */
    public String html() {
        return Templates.curves(Map.of(
                "language", language.code(),
                "title", title,
                "about", about,
                "headings", headings,
                "rows", rows,
                "remarks", remarks,
                "chart", chart));
    }
}
