package io.fluxlab.junit.engine;

import io.fluxlab.junit.CantTell;
import io.fluxlab.junit.FasterThan;
import io.fluxlab.junit.FluxlabTest;
import io.fluxlab.junit.KeepsLoopFree;
import io.fluxlab.junit.Lanes;
import io.fluxlab.junit.NeverBlocksLoop;
import io.fluxlab.junit.Recommends;
import io.fluxlab.junit.StaysOnItsLane;
import io.fluxlab.junit.expectation.Expectation;
import io.fluxlab.junit.expectation.FreeLoop;
import io.fluxlab.junit.expectation.OwnLane;
import io.fluxlab.junit.expectation.RecommendedLane;
import io.fluxlab.junit.expectation.Speed;
import io.fluxlab.junit.expectation.UnblockedLoop;
import io.fluxlab.junit.trial.TrialSettings;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * What the annotations of a test ask for. Immutable.
 *
 * @param baseline the lane that others are held against
 */
record Assignment(
        List<String> lanes,
        String baseline,
        List<Expectation> expectations,
        TrialSettings settings,
        CantTell cantTell) {

    Assignment {
        lanes = List.copyOf(lanes);
        expectations = List.copyOf(expectations);
    }

    /**
     * Reads the annotations of a method.
     *
     * @throws WrongAnnotationException which names all that is wrong with them
     */
    static Assignment of(Method method, Class<?> testClass) {
        FluxlabTest test = AnnotationSupport.findAnnotation(method, FluxlabTest.class)
                .orElseThrow(() -> new IllegalArgumentException("method must have @FluxlabTest, was " + method));
        Mistakes mistakes = new Mistakes(method);
        List<String> lanes = lanes(method, testClass);
        List<Expectation> expectations = new Reading(method, lanes, mistakes).expectations();
        TrialSettings settings = new TrialSettings(
                mistakes.duration("FluxlabTest", "maxTime", test.maxTime()),
                mistakes.duration("FluxlabTest", "limit", test.limit()),
                mistakes.count("rounds", test.rounds(), 10_000),
                mistakes.count("tasks", test.tasks(), 1_000_000),
                mistakes.count("calls", test.calls(), 1_000_000_000));
        mistakes.throwIfAny();
        return new Assignment(lanes, baseline(lanes, expectations), expectations, settings, test.cantTell());
    }

    private static List<String> lanes(Method method, Class<?> testClass) {
        Optional<Lanes> own = AnnotationSupport.findAnnotation(method, Lanes.class);
        return own.or(() -> AnnotationSupport.findAnnotation(testClass, Lanes.class))
                .map(lanes -> List.of(lanes.value()))
                .orElse(List.of("immediate", "bounded-elastic", "parallel"));
    }

    private static String baseline(List<String> lanes, List<Expectation> expectations) {
        return expectations.stream()
                .filter(Speed.class::isInstance)
                .map(expectation -> ((Speed) expectation).than())
                .findFirst()
                .orElse(lanes.get(0));
    }

    /** Reads the expectations, and notes what is wrong with them. */
    private record Reading(Method method, List<String> lanes, Mistakes mistakes) {

        List<Expectation> expectations() {
            if (lanes.isEmpty()) {
                mistakes.add("@Lanes must name at least one lane, was empty");
                return List.of();
            }
            List<Expectation> found = new ArrayList<>();
            for (KeepsLoopFree each : AnnotationSupport.findRepeatableAnnotations(method, KeepsLoopFree.class)) {
                found.add(new FreeLoop(
                        oneOf("KeepsLoopFree", "on", each.on()),
                        mistakes.duration("KeepsLoopFree", "p99", each.p99())));
            }
            for (FasterThan each : AnnotationSupport.findRepeatableAnnotations(method, FasterThan.class)) {
                found.add(new Speed(
                        oneOf("FasterThan", "on", each.on()), named("FasterThan", "lane", each.lane()), factor(each)));
            }
            AnnotationSupport.findAnnotation(method, NeverBlocksLoop.class)
                    .ifPresent(each -> found.add(new UnblockedLoop()));
            AnnotationSupport.findAnnotation(method, StaysOnItsLane.class).ifPresent(each -> {
                List<String> on = List.of(each.on());
                on.forEach(lane -> named("StaysOnItsLane", "on", lane));
                found.add(new OwnLane(on));
            });
            AnnotationSupport.findAnnotation(method, Recommends.class)
                    .ifPresent(each -> found.add(new RecommendedLane(named("Recommends", "value", each.value()))));
            return found;
        }

        private String oneOf(String annotation, String attribute, String lane) {
            return lane.isEmpty() ? lane : named(annotation, attribute, lane);
        }

        private String named(String annotation, String attribute, String lane) {
            if (!lanes.contains(lane)) {
                mistakes.add("@%s: %s must be one of the lanes that are compared, %s, was \"%s\""
                        .formatted(annotation, attribute, String.join(", ", lanes), lane));
            }
            return lane;
        }

        private double factor(FasterThan each) {
            if (!(each.by() > 0 && each.by() < 1e6)) {
                mistakes.add("@FasterThan: by must be above 0 and below 1000000, was " + each.by());
            }
            return each.by();
        }
    }
}
