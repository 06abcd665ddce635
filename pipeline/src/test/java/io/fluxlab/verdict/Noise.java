package io.fluxlab.verdict;

import java.util.Random;

/** How the wall time of synthetic runs varies: factors on the true time, one for each lane and round. */
enum Noise {
    LOGNORMAL_1_PERCENT {
        @Override
        double[][] factors(Random random, int rounds, int lanes) {
            return lognormal(random, rounds, lanes, 0.01);
        }
    },
    LOGNORMAL_3_PERCENT {
        @Override
        double[][] factors(Random random, int rounds, int lanes) {
            return lognormal(random, rounds, lanes, 0.03);
        }
    },
    LOGNORMAL_5_PERCENT {
        @Override
        double[][] factors(Random random, int rounds, int lanes) {
            return lognormal(random, rounds, lanes, 0.05);
        }
    },
    LOGNORMAL_20_PERCENT {
        @Override
        double[][] factors(Random random, int rounds, int lanes) {
            return lognormal(random, rounds, lanes, 0.20);
        }
    },
    /** One run in ten takes half as long again. */
    OUTLIERS {
        @Override
        double[][] factors(Random random, int rounds, int lanes) {
            double[][] factors = lognormal(random, rounds, lanes, 0.02);
            for (double[] round : factors) {
                for (int lane = 0; lane < lanes; lane++) {
                    round[lane] *= random.nextDouble() < 0.1 ? 1.5 : 1;
                }
            }
            return factors;
        }
    },
    /** The machine wanders from run to run, 5 % a step and slowly back, and the lanes of a round run in random order. */
    DRIFT {
        @Override
        double[][] factors(Random random, int rounds, int lanes) {
            double[][] factors = lognormal(random, rounds, lanes, 0.01);
            double machine = 0;
            for (double[] round : factors) {
                for (int lane : random.ints(0, lanes).distinct().limit(lanes).toArray()) {
                    machine = 0.95 * machine + 0.05 * random.nextGaussian();
                    round[lane] *= Math.exp(machine);
                }
            }
            return factors;
        }
    };

    abstract double[][] factors(Random random, int rounds, int lanes);

    private static double[][] lognormal(Random random, int rounds, int lanes, double spread) {
        double[][] factors = new double[rounds][lanes];
        for (double[] round : factors) {
            for (int lane = 0; lane < lanes; lane++) {
                round[lane] = Math.exp(spread * random.nextGaussian());
            }
        }
        return factors;
    }
}
