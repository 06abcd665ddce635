package io.fluxlab.jfr;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A lane's turn in a round of a comparison, with what opening and closing the lane takes. */
@Name("fluxlab.Round")
@Label("Round")
@Category("Fluxlab")
@Description("A lane's turn in a round of a comparison")
@StackTrace(false)
final class RoundJfrEvent extends Event {

    @Label("Run")
    @Description("Id of the comparison, which its runs have, too")
    @Nullable
    String run;

    @Label("Lane")
    @Nullable
    String lane;

    @Label("Round")
    int round;

    @Label("Warm-up")
    boolean warmup;
}
