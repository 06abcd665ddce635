package io.fluxlab.diagnosis;

import io.fluxlab.diagnosis.Outline.Silence.How;
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
        return silence == null || silence.how() == How.GO_ON
                ? Optional.empty()
                : Optional.of(Suspicion.of(cause(), detail(silence), 1)
                        .at(silence.at())
                        .with("tasks", silence.tasks())
                        .with("nanos", (double) silence.nanos()));
    }

    private static String detail(Outline.Silence silence) {
        return switch (silence.how()) {
            case WAIT -> "no-signal";
            case WAIT_FOR_DEMAND -> "no-demand";
            case COMPUTE, GO_ON -> "no-end";
        };
    }
}
