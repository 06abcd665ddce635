package io.fluxlab.lab;

import io.fluxlab.error.FieldErrors;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lane.Lane;
import io.fluxlab.parameter.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the lanes that a request names, and collects what is wrong with them. Not thread-safe: one per request. */
final class LaneReader {

    private final Catalog known;
    private final FieldErrors errors;

    LaneReader(Catalog known, FieldErrors errors) {
        this.known = known;
        this.errors = errors;
    }

    /** The lanes that are right. */
    List<Lane> all(String field, List<String> texts) {
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < texts.size() && !errors.isFull(); i++) {
            String path = field + "[" + i + "]";
            Lane lane = one(path, texts.get(i));
            Optional<Lane> twin = lane == null
                    ? Optional.empty()
                    : lanes.stream()
                            .filter(other -> ConfiguredLane.same(lane, other))
                            .findFirst();
            if (twin.isPresent()) {
                errors.add(path, texts.get(i), twice(texts.get(i), twin.get()));
            } else if (lane != null) {
                lanes.add(lane);
            }
        }
        return lanes;
    }

    /** The lane, or null and an error more. */
    @Nullable
    Lane one(String field, String text) {
        try {
            return find(LaneText.parse(text), text);
        } catch (InvalidRequestException e) {
            e.fields().forEach(error -> errors.add(field, text, error.message()));
            return null;
        }
    }

    private Lane find(LaneText named, String text) {
        Lane lane = known.lane(named.name());
        if (lane == null) {
            throw wrong(
                    text,
                    "unknown lane " + Names.shortened(named.name()) + Names.hint(named.name(), known.laneNames()));
        }
        if (lane.unavailable().isPresent()) {
            throw wrong(
                    text,
                    "the lane %s is not available: %s"
                            .formatted(named.name(), lane.unavailable().get()));
        }
        KnownFamily<?> family = known.family(named.name());
        if (family != null) {
            return family.lane(text, named.settings());
        }
        if (!named.settings().isEmpty()) {
            throw wrong(text, "the lane %s takes no settings, was %s".formatted(named.name(), Names.shortened(text)));
        }
        return lane;
    }

    private static String twice(String text, Lane twin) {
        return twin.name().equals(text)
                ? text + " is there twice: name each lane once"
                : text + " is the same lane as " + twin.name() + ": name each lane once";
    }

    private static InvalidRequestException wrong(String text, String message) {
        return InvalidRequestException.of("lane", text, message);
    }
}
