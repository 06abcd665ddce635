package io.fluxlab.verdict;

/** What is missing for a recommendation, with its data. Immutable. */
public sealed interface Missing {

    /** Its name on the wire, in kebab-case. */
    String code();

    /** No round counts: none but the one that was to warm up has ended. */
    record Rounds() implements Missing {
        @Override
        public String code() {
            return "nothing-counted";
        }
    }

    /** One round counts, and the next may be otherwise. */
    record Repetition(int least) implements Missing {
        @Override
        public String code() {
            return "single-round";
        }
    }

    /**
     * The rounds leave open which of two lanes is faster, by more than may be left open.
     *
     * @param chosen the lane that the figures favour so far
     * @param other the lane that may be faster
     * @param speedUp the 95 % interval of how many times as fast as the other the chosen one is
     * @param rounds how many rounds the two have in common
     */
    record Narrowness(String chosen, String other, Interval speedUp, int rounds) implements Missing {
        @Override
        public String code() {
            return "wide-interval";
        }
    }

    /** Work has left the lane that the figures favour: they are not the lane's. */
    record Residence(String lane) implements Missing {
        @Override
        public String code() {
            return "left-the-lane";
        }
    }

    /** A lane still gets faster, and would overtake the one that is ahead if it went on as it has. */
    record SteadySpeed(String lane, String ahead) implements Missing {
        @Override
        public String code() {
            return "still-warming";
        }
    }

    /** No lane keeps up with its load. */
    record KeepingUp() implements Missing {
        @Override
        public String code() {
            return "falls-behind";
        }
    }

    /** A run has left so many threads behind, beside which nothing more can be measured. */
    record LeftBehind(String lane, int threads) implements Missing {
        @Override
        public String code() {
            return "left-behind";
        }
    }
}
