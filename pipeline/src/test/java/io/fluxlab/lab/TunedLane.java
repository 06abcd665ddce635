package io.fluxlab.lab;

import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lane.ImmediateLane;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.LaneFamily;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.parameter.Param;

/** A lane with a setting of every sort, which all leave it as it is. */
record TunedLane(Settings settings) implements LaneFamily<TunedLane.Settings> {

    static final TunedLane DEFAULT = new TunedLane(new Settings(5, 2, false, Pitch.LOW));

    enum Pitch {
        LOW,
        VERY_HIGH
    }

    record Settings(
            @Param(value = "milliseconds of a beat", least = 0.1, most = 100)
            double beatMillis,

            @Param(value = "how many strings", min = 1, max = 12)
            int strings,

            @Param("whether it is muted") boolean muted,

            @Param("how high") Pitch pitch) {
        Settings {
            if (muted && strings > 6) {
                throw InvalidRequestException.of("strings", strings, "strings must be at most 6 where muted");
            }
        }
    }

    @Override
    public Lane with(Settings newSettings) {
        return new TunedLane(newSettings);
    }

    @Override
    public String name() {
        return "tuned";
    }

    @Override
    public String summary() {
        return "tuned";
    }

    @Override
    public boolean isEmulation() {
        return true;
    }

    @Override
    public int concurrency(int tasks) {
        return 1;
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        return new ImmediateLane().open(home, concurrency);
    }
}
