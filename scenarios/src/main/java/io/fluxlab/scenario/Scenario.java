package io.fluxlab.scenario;

import java.util.List;

/**
 * A script, read and checked. Immutable.
 *
 * @param name what it is called, in kebab-case
 * @param title what it is called, for people
 * @param lecture the heading of the lecture's part that it shows; empty where there is none
 * @param source the public report that it rebuilds: repository#number, or a JEP; empty where there is none
 * @param explanation what to predict, and what it shows
 * @param sample the code that it is about
 * @param originals the lecture's programs that it shows, each with its twin
 * @param questions what to guess before it runs
 * @param steps what runs, in order
 * @param expectations what must come out
 */
public record Scenario(
        String name,
        Text title,
        String lecture,
        String source,
        Explanation explanation,
        Sample sample,
        List<Twin> originals,
        List<Question> questions,
        List<Step> steps,
        List<Expectation> expectations) {

    public Scenario {
        originals = List.copyOf(originals);
        questions = List.copyOf(questions);
        steps = List.copyOf(steps);
        expectations = List.copyOf(expectations);
    }
}
