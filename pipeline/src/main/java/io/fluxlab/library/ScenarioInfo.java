package io.fluxlab.library;

import io.fluxlab.wording.Language;
import java.util.List;
import java.util.Map;

/**
 * A scenario in a list: nothing in it gives an answer away. Immutable.
 *
 * @param name by which it is shown and submitted
 * @param title what it is called, in each language
 * @param lecture the heading of the lecture's part that it shows; empty where there is none
 * @param source the public report that it rebuilds; empty where there is none
 * @param predict what to think about before it runs, in each language
 * @param questions what is to be guessed, in each language
 */
public record ScenarioInfo(
        String name,
        Map<Language, String> title,
        String lecture,
        String source,
        Map<Language, String> predict,
        List<Map<Language, String>> questions) {

    public ScenarioInfo {
        questions = List.copyOf(questions);
    }
}
