package io.fluxlab.scenario;

/**
 * Code that a scenario is about, the same in every language. Immutable.
 *
 * @param wrote what people wrote
 * @param fixed what puts it right; empty where nothing has to be
 */
public record Sample(String wrote, String fixed) {

    /** Of a scenario that shows none. */
    public static final Sample NONE = new Sample("", "");
}
