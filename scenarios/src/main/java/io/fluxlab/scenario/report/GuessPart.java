package io.fluxlab.scenario.report;

import io.fluxlab.scenario.Phrase;
import io.fluxlab.scenario.Question;
import io.fluxlab.scenario.guess.Answer;
import io.fluxlab.scenario.guess.Poll;
import io.fluxlab.scenario.run.ScenarioEvent.Revealed;
import io.fluxlab.wording.Language;
import java.util.List;

/**
 * A question to a class, its guesses, and what came out, as the template of a page takes it. Immutable.
 *
 * @param asks the question
 * @param came what came out; empty where nothing can be said, or where one of the lines says it
 * @param problem that nothing can be said; empty where something can
 * @param lines the choices or the numbers, each with how many thought so
 */
record GuessPart(String asks, String came, String problem, List<Line> lines) {

    /**
     * One choice, or one number that somebody thought of.
     *
     * @param right whether it is what came out, or near it
     * @param says the choice or the number
     * @param count how many thought so
     * @param share of those who thought of the most frequent one, in percent
     * @param who their names
     */
    record Line(boolean right, String says, int count, int share, String who) {}

    /** Those of a report at which somebody guessed. */
    static List<GuessPart> all(ScenarioReport report, Language language) {
        return report.revealed().stream()
                .filter(revealed -> !report.guesses(revealed.question()).isEmpty())
                .map(revealed -> of(report, revealed, language))
                .toList();
    }

    private static GuessPart of(ScenarioReport report, Revealed revealed, Language language) {
        Question question = report.scenario().questions().stream()
                .filter(each -> each.id().equals(revealed.question()))
                .findFirst()
                .orElseThrow();
        Answer answer = revealed.answer();
        Poll poll = Poll.of(question, report.guesses(question.id()), answer);
        String came = question.told(null, answer.value(), language);
        return new GuessPart(
                question.asks().in(language),
                came.isEmpty() ? "" : Phrase.CAME_OUT.in(language) + ": " + came,
                answer.problem() == null ? "" : Phrase.NOT_TOLD.in(language),
                poll.lines().stream()
                        .map(line -> new Line(
                                line.right(),
                                question.told(line.choice(), line.value(), language),
                                line.count(),
                                100 * line.count() / Math.max(1, poll.most()),
                                line.who()))
                        .toList());
    }
}
