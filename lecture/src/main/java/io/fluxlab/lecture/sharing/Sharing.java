package io.fluxlab.lecture.sharing;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.fluxlab.lecture.race.Race;

/** How threads share what changes. */
public enum Sharing {
    /** Each changes it whenever it likes. */
    @JsonProperty("broken")
    BROKEN,
    /** It never changes: a change makes a new one, and one reference to the newest is replaced. */
    @JsonProperty("immutable")
    IMMUTABLE,
    /** It is what broken is, but only one thread touches it: the others hand it their work through publishOn. */
    @JsonProperty("confined")
    CONFINED,
    /** Each holds a lock while it looks or changes. */
    @JsonProperty("synchronized")
    SYNCHRONIZED;

    Race race() {
        return this == CONFINED ? Race.confined() : Race.free();
    }
}
