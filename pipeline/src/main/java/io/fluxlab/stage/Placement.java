package io.fluxlab.stage;

import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.StagePlace;
import io.fluxlab.parameter.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which lane each stage of a pipeline runs on: {@code fetch@event-loop,parse@parallel,store@bounded-elastic:threads=8}. A stage
 * that is not named stays with the one before it, and the first with the home loop; one lane alone is for all stages. Immutable.
 *
 * @param lanes the lanes by their stages, in the order of the pipeline
 */
public record Placement(Map<String, Lane> lanes) {

    /** Between a stage and its lane. */
    public static final String AT = "@";

    /** A text is read no further than this. */
    private static final int MOST_CHARACTERS = 2_000;

    public Placement {
        lanes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(lanes));
    }

    /**
     * Reads a placement.
     *
     * @param stages the pipeline's, in their order
     * @param laneOf finds the lane of a name with its settings; throws where there is none
     * @throws InvalidRequestException naming what is wrong with the text, and what would be right
     */
    public static Placement read(String text, List<String> stages, Function<String, Lane> laneOf) {
        if (text.length() > MOST_CHARACTERS) {
            throw wrong(
                    text,
                    "a placement must have at most %d characters, was %s of %d"
                            .formatted(MOST_CHARACTERS, Names.shortened(text), text.length()));
        }
        if (!text.contains(AT)) {
            Lane lane = placeable(text, laneOf);
            return new Placement(stages.stream()
                    .collect(Collectors.toMap(stage -> stage, stage -> lane, (a, b) -> a, LinkedHashMap::new)));
        }
        Map<String, Lane> given = new LinkedHashMap<>();
        for (String part : parts(text)) {
            int at = part.indexOf(AT);
            if (at < 1 || at == part.length() - 1) {
                throw wrong(
                        text,
                        "each part of a placement must be stage@lane, was \"%s\"".formatted(Names.shortened(part)));
            }
            String stage = part.substring(0, at).strip();
            if (!stages.contains(stage)) {
                throw wrong(text, "unknown stage " + Names.shortened(stage) + Names.hint(stage, stages));
            }
            if (given.put(stage, placeable(part.substring(at + 1).strip(), laneOf)) != null) {
                throw wrong(text, "the stage %s is placed twice: place each once".formatted(stage));
            }
        }
        Map<String, Lane> inOrder = new LinkedHashMap<>();
        stages.stream().filter(given::containsKey).forEach(stage -> inOrder.put(stage, laneIn(given, stage)));
        return new Placement(inOrder);
    }

    /** All placements of these stages on these lanes, as texts: the first has all stages on the first lane. */
    public static List<String> all(List<String> stages, List<String> lanes) {
        List<String> texts = List.of("");
        for (String stage : stages) {
            texts = texts.stream()
                    .flatMap(text -> lanes.stream().map(lane -> (text.isEmpty() ? "" : text + ",") + stage + AT + lane))
                    .toList();
        }
        return texts;
    }

    /** The lanes that a placement names, each once, with their settings, whatever else of it may be wrong; of a lane, itself. */
    public static List<String> lanesIn(String text) {
        return text.contains(AT)
                ? parts(text).stream()
                        .map(part -> part.substring(part.indexOf(AT) + 1).strip())
                        .distinct()
                        .toList()
                : List.of(text);
    }

    /** Whether all stages that are placed are on one lane. */
    public boolean isOnOneLane() {
        return new HashSet<>(lanes.values()).size() == 1;
    }

    /** Whether the stage needs no thread but the home loop's. */
    public boolean isAtHome(String stage) {
        return !lanes.containsKey(stage) || placeOf(stage).kind() != StagePlace.Kind.POOL;
    }

    /** Commas stand between stages, and between the settings of a lane. */
    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            int last = parts.size() - 1;
            if (last >= 0 && !part.contains(AT) && part.contains("=")) {
                parts.set(last, parts.get(last) + "," + part);
            } else {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    /** Why no stage can run on this lane. */
    public static String noPlace(Lane lane) {
        return "the lane %s is no scheduler of this JVM: no stage can be placed there; immediate, event-loop, parallel, bounded-elastic and virtual are"
                .formatted(Names.shortened(lane.name()));
    }

    private static Lane placeable(String text, Function<String, Lane> laneOf) {
        Lane lane = laneOf.apply(text);
        if (lane.stagePlace().isEmpty()) {
            throw wrong(text, noPlace(lane));
        }
        return lane;
    }

    /** What the stage finds on its lane. */
    StagePlace placeOf(String stage) {
        return laneIn(lanes, stage).stagePlace().orElseThrow();
    }

    private static Lane laneIn(Map<String, Lane> lanes, String stage) {
        Lane lane = lanes.get(stage);
        if (lane == null) {
            throw new IllegalArgumentException("stage must be one of " + lanes.keySet() + ", was " + stage);
        }
        return lane;
    }

    private static InvalidRequestException wrong(String text, String message) {
        return InvalidRequestException.of("placement", text, message);
    }
}
