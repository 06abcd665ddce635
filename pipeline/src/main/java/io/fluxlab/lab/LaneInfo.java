package io.fluxlab.lab;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.LaneFamily;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lane as a lab lists it. Immutable.
 *
 * @param name what requests call it
 * @param summary what it is, in one line
 * @param available whether it can be used here
 * @param reason why it can't; null where it can
 * @param settings what a request may set, as a JSON Schema; null where there is nothing to set
 * @param emulation whether it imitates another runtime: no verdict recommends it beside another lane
 * @param onRequest whether only a comparison that names it has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LaneInfo(
        String name,
        String summary,
        boolean available,
        @Nullable String reason,
        @Nullable Map<String, Object> settings,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean emulation,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean onRequest) {

    /** Of a lane without settings. */
    public LaneInfo(String name, String summary, boolean available, @Nullable String reason) {
        this(name, summary, available, reason, null, false, false);
    }

    static LaneInfo of(Lane lane) {
        return new LaneInfo(
                lane.name(),
                lane.summary(),
                lane.unavailable().isEmpty(),
                lane.unavailable().orElse(null),
                lane instanceof LaneFamily<?> family
                        ? KnownFamily.of(family).schema().jsonSchema()
                        : null,
                lane.isEmulation(),
                !lane.isUsual());
    }
}
