package io.fluxlab.load;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/** How arrivals are spread: the distances between them, where one arrives in each unit of time on average. */
public enum Arrivals {
    /** Evenly: each as far behind the one before. */
    CONSTANT {
        @Override
        DoubleSupplier distances(long seed) {
            return () -> 1;
        }
    },

    /**
     * As independent of each other as requests of many users are: a Poisson process, whose distances are exponential
     * (Kingman, "Poisson Processes", 1993, chapter 4).
     */
    POISSON {
        @Override
        DoubleSupplier distances(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            return () -> -Math.log1p(-random.nextDouble());
        }
    };

    /** As it is typed. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The distance of each arrival from the one before; of one seed always the same. */
    abstract DoubleSupplier distances(long seed);
}
