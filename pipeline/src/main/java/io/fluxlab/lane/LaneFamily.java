package io.fluxlab.lane;

/**
 * Lanes that differ in their settings, and itself the one with the default settings. A request names the family alone, or
 * with settings behind it: {@code gil:switchMillis=20:threads=virtual}. Found like any {@link Lane}.
 *
 * @param <S> the settings: a record whose components are described by {@link io.fluxlab.parameter.Param}
 */
public interface LaneFamily<S extends Record> extends Lane {

    /** The settings where none are given. */
    S settings();

    /**
     * The lane with these settings. Its name is the family's; a request's whole text takes that name's place.
     *
     * @throws io.fluxlab.error.InvalidRequestException where the settings do not fit together
     */
    Lane with(S settings);
}
