package io.fluxlab.lecture.data;

import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Operands of all three types, the same for a task whenever they are asked for. */
final class RandomOperands {

    /** Two of these add up to what a signed number of 64 bits can hold. */
    private static final long MOST = Long.MAX_VALUE / 2;

    private static final int LONGEST = 8;

    private RandomOperands() {}

    /** Integers, strings and lists in turn. */
    static Operands of(int task, long seed) {
        SplittableRandom random = new SplittableRandom(seed + task);
        return switch (task % 3) {
            case 0 -> new Operands(integer(random), integer(random));
            case 1 -> new Operands(string(random), string(random));
            default -> new Operands(list(random), list(random));
        };
    }

    private static String integer(SplittableRandom random) {
        return String.valueOf(random.nextLong(-MOST, MOST));
    }

    private static String string(SplittableRandom random) {
        return random.ints(random.nextInt(LONGEST), 'a', 'z' + 1)
                .mapToObj(Character::toString)
                .collect(Collectors.joining("", "\"", "\""));
    }

    private static String list(SplittableRandom random) {
        return IntStream.range(0, random.nextInt(LONGEST))
                .mapToObj(index -> index % 2 == 0 ? String.valueOf(random.nextInt(100)) : string(random))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
