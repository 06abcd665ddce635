package io.fluxlab.scenario;

import java.time.Duration;
import java.util.List;

/**
 * One step of a scenario. Immutable.
 *
 * @param id the name under which expectations find its figures
 * @param full what it does
 * @param quick what it does when it is scaled down, on the same lanes
 * @param limitMillis how long it may take, in milliseconds
 * @param place where it stands: {@code file:line:column}
 */
public record Step(String id, Action full, Action quick, long limitMillis, String place) {

    /** How long it may take. */
    public Duration limit() {
        return Duration.ofMillis(limitMillis);
    }

    /** What it does in this form. */
    public Action action(Form form) {
        return switch (form) {
            case FULL -> full;
            case QUICK -> quick;
        };
    }

    /** Its lanes, which are the same in every form. */
    public List<String> lanes() {
        return full.lanes();
    }

    /** Whether it holds lanes against each other, so that there are ratios. */
    public boolean compares() {
        return full instanceof Action.Compares || explains();
    }

    /** Whether it explains lanes, so that there are findings. */
    public boolean explains() {
        return full instanceof Action.Explains;
    }
}
