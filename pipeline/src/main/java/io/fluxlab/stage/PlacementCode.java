package io.fluxlab.stage;

import io.fluxlab.lane.Lane;
import io.fluxlab.lane.StagePlace;
import io.fluxlab.measure.StageUse;
import io.fluxlab.measure.StageUse.Returns;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to write in Reactor for a placement: a {@code flatMap} for each stage, and {@code subscribeOn} where an element comes from
 * another thread. {@code source} is the {@code Flux} of the inputs; the stages are methods of their names.
 */
record PlacementCode(String pipeline, Placement placement, List<StageUse> stages) {

    private static final String NEXT = "\n                ";

    String text() {
        Map<Lane, String> schedulers = schedulers();
        StringBuilder text = new StringBuilder();
        Map<String, String> declared = new LinkedHashMap<>();
        schedulers.forEach((lane, variable) -> declared.put(variable, made(lane, variable)));
        declared.forEach((variable, made) -> text.append("Scheduler %s = %s; // once\n".formatted(variable, made)));
        text.append("source.flatMap(input -> ");
        Map<String, @Nullable String> hops = hops(schedulers);
        boolean isFlux = stages.stream().anyMatch(stage -> stage.returns() == Returns.PUBLISHER);
        String input = "input";
        for (StageUse stage : stages) {
            String body = body(stage, input, hops.get(stage.stage()));
            if (input.equals("input")) {
                text.append(isFlux && stage.returns() != Returns.PUBLISHER ? "Flux.from(%s)".formatted(body) : body);
            } else {
                String operator = isFlux ? "flatMapSequential" : "flatMap";
                text.append(NEXT)
                        .append(".%s(%s -> %s%s)".formatted(operator, input, body, isFlux ? bounds(stage) : ""));
            }
            input = "after" + upper(camel(stage.stage()));
        }
        return text.append(")").toString();
    }

    /** A variable for each lane that has threads, named after its first stage. */
    private Map<Lane, String> schedulers() {
        Map<Lane, String> schedulers = new LinkedHashMap<>();
        placement.lanes().forEach((stage, lane) -> {
            if (placement.placeOf(stage).kind() == StagePlace.Kind.POOL) {
                schedulers.putIfAbsent(lane, camel(stage) + "Scheduler");
            }
        });
        return schedulers;
    }

    private String made(Lane lane, String variable) {
        String stage = variable.substring(0, variable.length() - "Scheduler".length());
        return lane.stagePlace().orElseThrow().code().apply(pipeline + "-" + stage);
    }

    /** The scheduler of each stage to which elements come from elsewhere. */
    private Map<String, @Nullable String> hops(Map<Lane, String> schedulers) {
        Map<String, @Nullable String> hops = new HashMap<>();
        String here = null;
        for (StageUse stage : stages) {
            Lane lane = placement.lanes().get(stage.stage());
            boolean stays = lane == null || placement.placeOf(stage.stage()).kind() == StagePlace.Kind.NONE;
            String wanted = stays ? here : schedulers.get(lane);
            hops.put(stage.stage(), wanted == null || wanted.equals(here) ? null : wanted);
            boolean comesBackElsewhere = stage.returns() == Returns.PUBLISHER || stage.returns() == Returns.FUTURE;
            here = comesBackElsewhere ? null : wanted;
        }
        return hops;
    }

    private static String body(StageUse stage, String input, @Nullable String scheduler) {
        String call = "%s(%s)".formatted(camel(stage.stage()), input);
        String body = switch (stage.returns()) {
            case PUBLISHER -> "Flux.defer(() -> %s)".formatted(call);
            case FUTURE -> "Mono.fromFuture(() -> %s)".formatted(call);
            case VALUE -> "Mono.fromCallable(() -> %s)".formatted(call);
            case CALLABLE -> "Mono.fromCallable(() -> %s.call())".formatted(call);
        };
        return scheduler == null ? body : "%s.subscribeOn(%s)".formatted(body, scheduler);
    }

    private static String bounds(StageUse stage) {
        return stage.prefetch() != Stage.USUAL_PREFETCH
                ? ", %d, %d".formatted(stage.concurrency(), stage.prefetch())
                : stage.concurrency() == Stage.USUAL_CONCURRENCY ? "" : ", " + stage.concurrency();
    }

    private static String camel(String kebab) {
        StringBuilder camel = new StringBuilder();
        for (String word : kebab.split("-", -1)) {
            camel.append(camel.isEmpty() ? word : upper(word));
        }
        return camel.toString();
    }

    private static String upper(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
