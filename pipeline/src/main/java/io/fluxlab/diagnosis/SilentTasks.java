package io.fluxlab.diagnosis;

import java.util.Optional;

/** Tasks that gave no sign until their run was stopped. Stateless. */
final class SilentTasks implements Rule {

    @Override
    public Cause cause() {
        return Cause.SILENT;
    }

    @Override
    public Optional<Suspicion> suspect(Evidence evidence) {
        Outline.Silence silence = evidence.outline().silence();
        return silence == null
                ? Optional.empty()
                : Optional.of(Suspicion.of(cause(), detail(silence), 1)
                        .at(silence.at())
                        .with("tasks", silence.tasks())
                        .with("nanos", (double) silence.nanos()));
    }

    private static String detail(Outline.Silence silence) {
        return silence.computes() ? "no-end" : silence.demand() == 0 ? "no-demand" : "no-signal";
    }
}
