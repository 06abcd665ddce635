package io.fluxlab.lecture.puzzle;

import static io.fluxlab.lecture.puzzle.ProgramStep.whole;

import io.fluxlab.lecture.puzzle.Operation.Acquire;
import io.fluxlab.lecture.puzzle.Operation.Add;
import io.fluxlab.lecture.puzzle.Operation.Load;
import io.fluxlab.lecture.puzzle.Operation.Notify;
import io.fluxlab.lecture.puzzle.Operation.Put;
import io.fluxlab.lecture.puzzle.Operation.Release;
import io.fluxlab.lecture.puzzle.Operation.Store;
import io.fluxlab.lecture.puzzle.Operation.Take;
import io.fluxlab.lecture.puzzle.Operation.TestEmpty;
import io.fluxlab.lecture.puzzle.Operation.Wait;
import io.fluxlab.lecture.puzzle.Operation.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

/** The puzzles of the lecture (Межпоточное взаимодействие; Объекты синхронизации), each with what puts it right. */
public enum LecturePuzzle {
    /** Two threads add to one variable; a lock puts it right. */
    LOST_UPDATE {
        @Override
        public Puzzle puzzle(Variant variant, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int start = seed == 0 ? 0 : random.nextInt(1, 50);
            int first = seed == 0 ? 1 : random.nextInt(1, 10);
            int second = seed == 0 ? 1 : random.nextInt(1, 10);
            return new Puzzle(
                    List.of(
                            new ThreadProgram("A", update(variant, first)),
                            new ThreadProgram("B", update(variant, second))),
                    Map.of("x", start),
                    Map.of("x", start + first + second));
        }
    },
    /** Two threads take two locks in different orders; one order puts it right. */
    DEADLOCK {
        @Override
        public Puzzle puzzle(Variant variant, long seed) {
            List<ProgramStep> backwards = variant == Variant.FIXED ? both("m1", "m2") : both("m2", "m1");
            return new Puzzle(
                    List.of(new ThreadProgram("A", both("m1", "m2")), new ThreadProgram("B", backwards)),
                    Map.of(),
                    Map.of());
        }
    },
    /** Two consumers and a producer at a condition; asking again after waiting puts it right. */
    IF_INSTEAD_OF_WHILE {
        @Override
        public Puzzle puzzle(Variant variant, long seed) {
            List<ProgramStep> producer = new ArrayList<>(produce());
            producer.addAll(produce());
            return new Puzzle(
                    List.of(
                            new ThreadProgram("A", consume(variant)),
                            new ThreadProgram("B", consume(variant)),
                            new ThreadProgram("P", producer)),
                    Map.of(ITEMS, 0),
                    Map.of(ITEMS, 0));
        }
    };

    private static final String ITEMS = "items";
    private static final String CONDITION = "cv";

    /** With its fault or without. */
    public enum Variant {
        /** As it goes wrong. */
        FAULTY,
        /** Put right. */
        FIXED
    }

    /** What it is called: lost-update, deadlock, if-instead-of-while. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The threads; a seed other than 0 gives {@code lost-update} other figures. */
    public abstract Puzzle puzzle(Variant variant, long seed);

    private static List<ProgramStep> update(Variant variant, int amount) {
        String statement = "x += " + amount;
        List<ProgramStep> steps = new ArrayList<>();
        if (variant == Variant.FIXED) {
            steps.add(whole("m.acquire()", new Acquire("m")));
        }
        steps.add(new ProgramStep(statement, "r = x", new Load("x")));
        steps.add(new ProgramStep(statement, "r = r + " + amount, new Add(amount)));
        steps.add(new ProgramStep(statement, "x = r", new Store("x")));
        if (variant == Variant.FIXED) {
            steps.add(whole("m.release()", new Release("m")));
        }
        return steps;
    }

    private static List<ProgramStep> both(String first, String second) {
        return List.of(
                whole(first + ".acquire()", new Acquire(first)),
                whole(second + ".acquire()", new Acquire(second)),
                whole("work()", new Work()),
                whole(second + ".release()", new Release(second)),
                whole(first + ".release()", new Release(first)));
    }

    private static List<ProgramStep> consume(Variant variant) {
        boolean again = variant == Variant.FIXED;
        return List.of(
                whole("cv.acquire()", new Acquire(CONDITION)),
                whole((again ? "while" : "if") + " not items:", new TestEmpty(ITEMS, 3)),
                whole("    cv.wait()", new Wait(CONDITION, again ? 1 : 3)),
                whole("items.pop()", new Take(ITEMS)),
                whole("cv.release()", new Release(CONDITION)));
    }

    private static List<ProgramStep> produce() {
        return List.of(
                whole("cv.acquire()", new Acquire(CONDITION)),
                whole("items.append(1)", new Put(ITEMS)),
                whole("cv.notify()", new Notify(CONDITION)),
                whole("cv.release()", new Release(CONDITION)));
    }
}
