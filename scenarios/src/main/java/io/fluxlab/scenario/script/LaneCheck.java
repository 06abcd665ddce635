package io.fluxlab.scenario.script;

import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.LaneText;
import io.fluxlab.stage.Placement;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Holds the lanes that a step names, and their settings, against those of a lab. Confined to one request of a script. */
final class LaneCheck {

    private static final Pattern PLACED = Pattern.compile(Placement.AT + "([^,;:@]+)");

    private final LabListing lab;
    private final YamlTree tree;
    private final List<Mistake> mistakes = new ArrayList<>();

    /** The lanes that are right, by name and settings, as they were written first. */
    private final Map<LaneText, String> written = new HashMap<>();

    LaneCheck(LabListing lab, YamlTree tree) {
        this.lab = lab;
        this.tree = tree;
    }

    List<Mistake> check(Map<String, Object> request, String at) {
        Map<Integer, Object> lanes = Plain.list(request.get("lanes"));
        lanes.forEach((index, lane) -> lane(lane, at + "/lanes/" + index));
        Optional.ofNullable(request.get("lane")).ifPresent(lane -> lane(lane, at + "/lane"));
        Optional.ofNullable(request.get("placement")).ifPresent(lane -> lane(lane, at + "/placement"));
        if (request.get("placements") instanceof String) {
            StepRequest.placements(request).forEach(text -> placement(text, at + "/placements"));
        }
        Plain.list(request.get("placements"))
                .forEach((index, text) -> placement(String.valueOf(text), at + "/placements/" + index));
        List<String> compared = StepRequest.lanes(request);
        if (request.get("baseline") instanceof String baseline
                && !compared.contains(baseline)
                && !compared.equals(List.of(ComparisonRequest.BEST))) {
            mistakes.add(Mistake.unknown(tree.value(at + "/baseline"), "lane of the comparison", baseline, compared));
        }
        return mistakes;
    }

    private void lane(Object lane, String pointer) {
        if (!(lane instanceof String text)) {
            return;
        }
        if (text.contains(Placement.AT)) {
            placement(text, pointer);
            return;
        }
        try {
            LaneText named = LaneText.parse(text);
            lab.lane(named.name())
                    .ifPresentOrElse(
                            info -> lane(info, new LanePlaces(tree, pointer, text), named),
                            () -> mistakes.add(
                                    Mistake.unknown(tree.value(pointer), "lane", named.name(), lab.laneNames())));
        } catch (InvalidRequestException e) {
            e.fields().forEach(error -> mistakes.add(new Mistake(tree.value(pointer), error.message())));
        }
    }

    /** The lanes that are named behind a stage; whether a stage can run there, and which there are, the lab knows. */
    private void placement(String text, String pointer) {
        List<String> whole = new ArrayList<>(lab.laneNames());
        whole.add(ComparisonRequest.BEST);
        if (!text.contains(Placement.AT) && !text.contains(":") && !whole.contains(text)) {
            mistakes.add(Mistake.unknown(tree.value(pointer), "placement", text, whole));
        }
        PLACED.matcher(text).results().forEach(lane -> {
            String name = lane.group(1).strip();
            if (lab.lane(name).isEmpty()) {
                int offset = text.codePointCount(0, lane.start(1));
                mistakes.add(Mistake.unknown(tree.inText(pointer, offset), "lane", name, lab.laneNames()));
            }
        });
    }

    private void lane(LaneInfo lane, LanePlaces places, LaneText named) {
        List<Mistake> wrong = new ArrayList<>(settings(lane, places, named));
        if (!lane.available()) {
            wrong.add(
                    places.mistake("the lane \"%s\" is not available here: %s".formatted(lane.name(), lane.reason())));
        }
        if (wrong.isEmpty()) {
            String twin = written.putIfAbsent(whole(lane, named), places.text());
            if (twin != null && !twin.equals(places.text())) { // the schema minds what is written twice
                wrong.add(places.mistake("is the same lane as \"%s\": name each only once".formatted(twin)));
            }
        }
        mistakes.addAll(wrong);
    }

    private static List<Mistake> settings(LaneInfo lane, LanePlaces places, LaneText named) {
        Map<String, Object> schema = lane.settings();
        if (schema != null) {
            return new ShapeCheck(schema, "setting of " + lane.name()).check(named.settings(), places, "");
        }
        return named.settings().isEmpty()
                ? List.of()
                : List.of(places.mistake("the lane \"%s\" takes no settings".formatted(lane.name())));
    }

    /** The lane in full: a setting that is left out has its default, and 5.0 is 5. */
    private static LaneText whole(LaneInfo lane, LaneText named) {
        Map<String, Object> settings = new LinkedHashMap<>();
        Plain.map(Plain.map(lane.settings()).get("properties"))
                .forEach((name, property) ->
                        settings.put(name, plain(Plain.map(property).getOrDefault("default", ""))));
        named.settings().forEach((name, value) -> settings.put(name, plain(value)));
        return new LaneText(named.name(), settings);
    }

    private static Object plain(Object value) {
        return value instanceof Number ? new BigDecimal(value.toString()).stripTrailingZeros() : value;
    }
}
