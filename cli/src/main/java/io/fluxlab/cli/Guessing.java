package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Input;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.figure.GuessText;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.parameter.Names;
import io.fluxlab.scenario.Phrase;
import io.fluxlab.scenario.Question;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.guess.Guess;
import io.fluxlab.scenario.guess.GuessReader;
import io.fluxlab.scenario.guess.WrongGuessException;
import io.fluxlab.wording.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes a class's guesses before a scenario runs: as they were typed with the command, or by asking. Not thread-safe. */
final class Guessing {

    private final Console console;
    private final Input input;
    private final Interrupt interrupt;
    private final Language language;
    private final Palette palette;

    Guessing(Surroundings surroundings, Language language, Palette palette) {
        this.console = surroundings.console();
        this.input = surroundings.input();
        this.interrupt = surroundings.interrupt();
        this.language = language;
        this.palette = palette;
    }

    /** Asks each question, until the answer can be read, or nobody answers. */
    Map<String, List<Guess>> ask(Scenario scenario) {
        Map<String, List<Guess>> guesses = new LinkedHashMap<>();
        GuessText text = new GuessText(language, palette, console.width());
        for (Question question : scenario.questions()) {
            console.line("");
            text.question(question).forEach(console::line);
            console.line(text.hint(question));
            guesses.put(question.id(), answer(question));
        }
        return guesses;
    }

    private List<Guess> answer(Question question) {
        while (true) {
            console.write(("  " + Phrase.ASKED.in(language) + ": ").getBytes(StandardCharsets.UTF_8));
            console.flush();
            String line = input.line(interrupt.asMono().toFuture());
            if (interrupt.isRequested()) {
                throw new InterruptedRunException();
            }
            if (line == null) {
                console.line("");
                return List.of();
            }
            try {
                return GuessReader.read(question, line);
            } catch (WrongGuessException e) {
                console.line("  " + e.in(language));
            }
        }
    }

    /**
     * Guesses as they are typed with the command: {@code id=guesses}, or guesses alone where there is one question.
     *
     * @throws UsageException where there is no such question, or where they are none
     */
    static Map<String, List<Guess>> typed(Scenario scenario, List<String> options, Language language) {
        Map<String, List<Guess>> guesses = new LinkedHashMap<>();
        options.forEach(option -> {
            int equals = option.indexOf('=');
            Question question = question(scenario, equals < 0 ? "" : option.substring(0, equals));
            try {
                guesses.computeIfAbsent(question.id(), id -> new ArrayList<>())
                        .addAll(GuessReader.read(question, option.substring(equals + 1)));
            } catch (WrongGuessException e) {
                throw new UsageException("--guess: " + question.id() + ": " + e.in(language));
            }
        });
        return guesses;
    }

    /** Guesses as they are typed with the command, by question, as a request takes them. */
    static Map<String, String> texts(Scenario scenario, List<String> options) {
        Map<String, String> texts = new LinkedHashMap<>();
        options.forEach(option -> {
            int equals = option.indexOf('=');
            Question question = question(scenario, equals < 0 ? "" : option.substring(0, equals));
            texts.merge(question.id(), option.substring(equals + 1), (some, more) -> some + ", " + more);
        });
        return texts;
    }

    private static Question question(Scenario scenario, String id) {
        List<Question> all = scenario.questions();
        if (all.isEmpty()) {
            throw new UsageException("--guess: the scenario " + scenario.name() + " asks nothing");
        }
        if (id.isEmpty() && all.size() == 1) {
            return all.get(0);
        }
        List<String> ids = all.stream().map(Question::id).toList();
        return all.stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow(() -> id.isEmpty()
                        ? new UsageException("--guess: say which question, QUESTION=GUESS; %s asks %s"
                                .formatted(scenario.name(), String.join(", ", ids)))
                        : new UsageException(
                                "--guess: unknown question of " + scenario.name() + " " + id + Names.hint(id, ids)));
    }
}
