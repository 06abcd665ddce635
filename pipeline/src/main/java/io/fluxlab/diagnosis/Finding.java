package io.fluxlab.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What limits a workload on a lane. Immutable.
 *
 * @param suspicion the cause that explains most, with what speaks for it
 * @param others the other causes that something speaks for; they are not argued
 * @param ruledOut the causes that nothing speaks for
 * @param remedy what the lab can try; null where there is nothing that it could do by itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(
        @JsonUnwrapped Suspicion suspicion,
        List<Cause> others,
        List<Cause> ruledOut,
        @Nullable Remedy remedy) {

    public Finding {
        others = List.copyOf(others);
        ruledOut = List.copyOf(ruledOut);
    }

    /** This finding with something else to try. */
    public Finding with(Remedy newRemedy) {
        return new Finding(suspicion, others, ruledOut, newRemedy);
    }

    /** The cause that explains most. */
    public Cause cause() {
        return suspicion.cause();
    }
}
