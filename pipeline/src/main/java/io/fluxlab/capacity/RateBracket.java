package io.fluxlab.capacity;

import org.jspecify.annotations.Nullable;

/**
 * What a search has found so far. Immutable.
 *
 * @param met the highest rate that is decided as met; null where there is none
 * @param missed the lowest that is decided as missed; null likewise
 * @param isNarrow whether the two are as close as they were to be, or as close as that to the one rate between them that is
 *     undecided
 * @param isHighest whether {@code met} is the highest rate that could be tried
 * @param isLowest whether {@code missed} is the lowest rate that is tried
 */
record RateBracket(
        @Nullable Double met, @Nullable Double missed, boolean isNarrow, boolean isHighest, boolean isLowest) {}
