package io.fluxlab.scenario.library;

import io.fluxlab.kept.KeptEvent;
import io.fluxlab.scenario.run.ScenarioEvent;
import io.fluxlab.wire.WireFormat;

/** Events of kept scenarios. Stateless. */
public final class KeptScenario {

    private KeptScenario() {}

    /**
     * The event that was kept.
     *
     * @throws java.io.UncheckedIOException where it is of another version, and none that is known here
     */
    public static ScenarioEvent event(KeptEvent.OfScenario kept) {
        return WireFormat.JSON.read(WireFormat.JSON.write(kept.fields()), ScenarioEvent.class);
    }
}
