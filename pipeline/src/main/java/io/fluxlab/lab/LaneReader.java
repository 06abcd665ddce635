package io.fluxlab.lab;

import io.fluxlab.comparison.Compared;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.FieldErrors;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lane.Lane;
import io.fluxlab.parameter.Names;
import io.fluxlab.stage.PlacedLane;
import io.fluxlab.stage.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the lanes that a request names, and collects what is wrong with them. Not thread-safe: one per request. */
final class LaneReader {

    private static final String NO_STAGES =
            "only a workload with stages can be placed, such as orders: this one has none";

    private static final int MOST_PLACEMENTS = 256;

    private final Catalog known;
    private final Optional<List<String>> stages;
    private final int mostConcurrency;
    private final FieldErrors errors;

    /**
     * A reader for one workload.
     *
     * @param stages of its pipeline; empty where that is not known, which is an error already
     * @param mostConcurrency the most tasks of a run at once, which no lane may be set to exceed
     */
    LaneReader(Catalog known, Optional<List<String>> stages, int mostConcurrency, FieldErrors errors) {
        this.known = known;
        this.stages = stages;
        this.mostConcurrency = mostConcurrency;
        this.errors = errors;
    }

    /** The placements that are right, as lanes; all that there are where the best is looked for. */
    List<Lane> placements(ComparisonRequest request) {
        List<String> texts = request.placements() == null || stages.isEmpty() ? List.of() : request.placements();
        if (!request.searchesPlacements() || stages.isEmpty()) {
            return all("placements", texts, this::placement);
        }
        List<Lane> candidates = request.candidates().isEmpty()
                ? all("placements", Compared.USUAL_CANDIDATES)
                : all("lanes", request.candidates());
        if (stages.get().isEmpty()) {
            errors.add("placements[0]", ComparisonRequest.BEST, NO_STAGES);
            return List.of();
        }
        List<Lane> unfit =
                candidates.stream().filter(lane -> lane.stagePlace().isEmpty()).toList();
        if (!unfit.isEmpty()) {
            unfit.forEach(lane -> errors.add(
                    "lanes[" + request.candidates().indexOf(lane.name()) + "]", lane.name(), Placement.noPlace(lane)));
            return List.of();
        }
        double number = Math.pow(candidates.size(), stages.get().size());
        if (number > MOST_PLACEMENTS) {
            errors.add(
                    "placements[0]",
                    ComparisonRequest.BEST,
                    "at most %d placements can be tried, were %.0f of %d stages on %d lanes: name fewer lanes, or the placements"
                            .formatted(MOST_PLACEMENTS, number, stages.get().size(), candidates.size()));
            return List.of();
        }
        return Placement.all(stages.get(), candidates.stream().map(Lane::name).toList()).stream()
                .map(text -> placement("placements[0]", text))
                .filter(Objects::nonNull)
                .toList();
    }

    /** The placement as a lane, or null and an error more. */
    @Nullable
    Lane placement(String field, String text) {
        return stages.isEmpty() ? null : read(field, text, this::placed);
    }

    /** The lanes that are right. */
    List<Lane> all(String field, List<String> texts) {
        return all(field, texts, this::one);
    }

    private List<Lane> all(String field, List<String> texts, BiFunction<String, String, @Nullable Lane> reading) {
        List<Lane> lanes = new ArrayList<>();
        for (int i = 0; i < texts.size() && !errors.isFull(); i++) {
            String path = field + "[" + i + "]";
            Lane lane = reading.apply(path, texts.get(i));
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
        return text.contains(Placement.AT) ? placement(field, text) : read(field, text, this::lane);
    }

    private @Nullable Lane read(String field, String text, Function<String, Lane> reading) {
        try {
            return reading.apply(text);
        } catch (InvalidRequestException e) {
            e.fields().forEach(error -> errors.add(field, text, error.message()));
            return null;
        }
    }

    private Lane lane(String text) {
        return find(LaneText.parse(text), text);
    }

    private Lane placed(String text) {
        List<String> names = stages.orElse(List.of());
        if (names.isEmpty()) {
            throw wrong(text, NO_STAGES);
        }
        if (text.equals(ComparisonRequest.BEST)) {
            throw wrong(text, "best looks for the best of all placements: it is no placement beside others");
        }
        if (!text.contains(Placement.AT) && isMeantAsBest(text)) {
            throw wrong(text, "unknown placement %s; did you mean %s?".formatted(text, ComparisonRequest.BEST));
        }
        return new PlacedLane(text, Placement.read(text, names, this::lane));
    }

    private boolean isMeantAsBest(String text) {
        return known.lane(text) == null
                && Names.nearest(text, List.of(ComparisonRequest.BEST)).isPresent();
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
            Lane set = family.lane(text, named.settings());
            if (!named.settings().isEmpty()) {
                checkConcurrency(set, lane.mostConcurrency(), text);
            }
            return set;
        }
        if (!named.settings().isEmpty()) {
            throw wrong(text, "the lane %s takes no settings, was %s".formatted(named.name(), Names.shortened(text)));
        }
        return lane;
    }

    /** Of how many tasks it runs at once where nothing is set, the run leaves those that are too many to the others. */
    private void checkConcurrency(Lane set, int usual, String text) {
        int most = set.mostConcurrency();
        if (most != usual && most > mostConcurrency && most != Integer.MAX_VALUE) {
            throw wrong(
                    text,
                    "the lane %s runs %d tasks at once, and a run may have at most %d"
                            .formatted(Names.shortened(text), most, mostConcurrency));
        }
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
