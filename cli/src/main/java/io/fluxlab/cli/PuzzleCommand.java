package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.input.NameHint;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.live.KeyScreen;
import io.fluxlab.cli.puzzle.ExplorationText;
import io.fluxlab.cli.puzzle.PlayText;
import io.fluxlab.cli.puzzle.PuzzleGame;
import io.fluxlab.cli.puzzle.PuzzleJson;
import io.fluxlab.cli.puzzle.PuzzleWords;
import io.fluxlab.cli.puzzle.Staging;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.lecture.puzzle.Exploration;
import io.fluxlab.lecture.puzzle.LecturePuzzle;
import io.fluxlab.lecture.puzzle.LecturePuzzle.Variant;
import io.fluxlab.lecture.puzzle.Schedule;
import io.fluxlab.parameter.Names;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fluxlab lecture puzzle}: threads whose scheduler is whoever plays. */
@Command(
        name = "puzzle",
        description = {
            "Lets you be the scheduler: you say which thread goes next, operation by operation, until it goes wrong.",
            "",
            "On a terminal it is played with keys. Elsewhere: --schedule, --auto or --explore."
        },
        sortOptions = false)
final class PuzzleCommand implements Callable<Integer> {

    private static final long LOOK_MILLIS = 100;
    private static final int SEEDS = 1_000_000;

    private final Surroundings surroundings;

    @Parameters(paramLabel = "PUZZLE", description = "lost-update, deadlock or if-instead-of-while.")
    private String name = "";

    @Option(names = "--fixed", description = "As it is put right: by a lock, an order of locks, a while.")
    private boolean fixed;

    @Option(
            names = "--schedule",
            paramLabel = "THREADS",
            split = ",",
            description = "Play these turns and say how it ended: A,B,A.")
    private @Nullable List<String> schedule;

    @Option(names = "--auto", description = "Play a random schedule to its end.")
    private boolean auto;

    @Option(names = "--explore", description = "Go through all schedules: how many go wrong, and one of the shortest.")
    private boolean explore;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Of the turns of --auto, and of the figures of lost-update: the same gives the same again.")
    private @Nullable Long seed;

    @Mixin
    private final LanguageOption lang = new LanguageOption();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    PuzzleCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (Stream.of(schedule != null, auto, explore).filter(each -> each).count() > 1) {
            throw new UsageException(words().mistake("exclusive"));
        }
        Staging staging = new Staging(subject(), fixed ? Variant.FIXED : Variant.FAULTY, seed == null ? 0 : seed);
        if (explore) {
            explore(staging);
        } else if (auto) {
            long chosen = seed == null ? new SplittableRandom().nextInt(1, SEEDS) : seed;
            Staging figures = new Staging(staging.subject(), staging.variant(), chosen);
            Schedule play = new Schedule(figures.puzzle());
            play.finish(new SplittableRandom(chosen));
            tell(figures, play);
        } else if (schedule != null) {
            tell(staging, played(staging, schedule));
        } else {
            play(staging);
        }
        return ExitStatus.DONE;
    }

    private LecturePuzzle subject() {
        List<String> titles =
                Arrays.stream(LecturePuzzle.values()).map(LecturePuzzle::title).toList();
        return Arrays.stream(LecturePuzzle.values())
                .filter(each -> each.title().equals(name))
                .findFirst()
                .orElseThrow(() -> new UsageException(words().mistake("unknown", Names.shortened(name))
                        + NameHint.of(name, titles, lang.chosen(surroundings.console()))));
    }

    private Schedule played(Staging staging, List<String> turns) {
        Schedule play = new Schedule(staging.puzzle());
        List<String> threads = staging.threads();
        for (int i = 0; i < turns.size(); i++) {
            String wanted = turns.get(i).strip().toUpperCase(Locale.ROOT);
            int thread = threads.indexOf(wanted);
            List<String> able = play.puzzle().enabled(play.moment()).stream()
                    .map(threads::get)
                    .toList();
            if (thread < 0) {
                throw new UsageException(
                        words().mistake("thread", "" + (i + 1), String.join(", ", threads), turns.get(i)));
            } else if (!able.contains(wanted)) {
                throw new UsageException(
                        able.isEmpty()
                                ? words().mistake("nobody", "" + (i + 1), wanted)
                                : words().mistake("blocked", "" + (i + 1), wanted, String.join(", ", able)));
            }
            play.let(thread);
        }
        return play;
    }

    private void explore(Staging staging) {
        Console console = surroundings.console();
        Exploration all = Exploration.of(staging.puzzle());
        if (output.json()) {
            new JsonLines(console).accept(PuzzleJson.explored(staging, all));
            return;
        }
        console.line(words().title(staging));
        new ExplorationText(words(), output.palette(console), console.width())
                .lines(staging.puzzle(), all)
                .forEach(console::line);
    }

    private void tell(Staging staging, Schedule play) {
        Console console = surroundings.console();
        if (output.json()) {
            new JsonLines(console).accept(PuzzleJson.played(staging, play));
            return;
        }
        console.line(words().title(staging));
        if (auto) {
            console.line(words().seeded(staging.seed()));
        }
        console.line("");
        new PlayText(words(), output.palette(console), console.width())
                .whole(play)
                .forEach(console::line);
    }

    private void play(Staging staging) {
        Console console = surroundings.console();
        if (!output.isLive(console)) {
            throw new UsageException(
                    List.of(words().mistake("no.terminal"), " " + words().mistake("no.terminal.hint")));
        }
        Palette palette = output.palette(console);
        PuzzleGame game = new PuzzleGame(staging, words(), palette);
        try (KeyScreen screen = KeyScreen.open()) {
            boolean goesOn = true;
            screen.show(game::lines);
            while (goesOn) {
                OptionalInt key = screen.key(LOOK_MILLIS);
                if (surroundings.interrupt().isRequested()) {
                    throw new InterruptedRunException();
                }
                if (key.isPresent()) {
                    goesOn = key.getAsInt() >= 0 && game.typed(key.getAsInt());
                }
                if (screen.isResized() || key.isPresent()) {
                    screen.show(game::lines);
                }
            }
        }
        game.lastLines(console.width()).forEach(console::line);
    }

    private PuzzleWords words() {
        return PuzzleWords.in(lang.chosen(surroundings.console()));
    }
}
