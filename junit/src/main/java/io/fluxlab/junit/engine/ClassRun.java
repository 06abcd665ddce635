package io.fluxlab.junit.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Has Jupiter run the bodies of one class, and passes on what it says of them. Not thread-safe. */
final class ClassRun {

    private static final String JUPITER = "junit-jupiter";

    private final BodyClass bodies;
    private final ExecutionRequest request;
    private final EngineExecutionListener listener;

    ClassRun(BodyClass bodies, ExecutionRequest request) {
        this.bodies = bodies;
        this.request = request;
        this.listener = request.getEngineExecutionListener();
    }

    void execute() {
        listener.executionStarted(bodies);
        listener.executionFinished(bodies, executed());
    }

    private TestExecutionResult executed() {
        List<BodyMethod> possible = new ArrayList<>();
        for (TestDescriptor each : bodies.getChildren()) {
            BodyMethod body = (BodyMethod) each;
            String obstacle = Companion.obstacle(bodies.type(), body.method());
            if (obstacle.isEmpty()) {
                possible.add(body);
            } else {
                refuse(body, obstacle);
            }
        }
        if (possible.isEmpty()) {
            return TestExecutionResult.successful();
        }
        try {
            Relay relay = new Relay(possible, listener);
            jupiter().execute(discovery(possible), relay);
            return relay.result();
        } catch (RuntimeException | LinkageError e) {
            return TestExecutionResult.failed(e);
        }
    }

    private void refuse(BodyMethod body, String obstacle) {
        listener.executionStarted(body);
        listener.executionFinished(
                body, TestExecutionResult.failed(new WrongAnnotationException(body.method(), List.of(obstacle))));
    }

    private LauncherDiscoveryRequest discovery(List<BodyMethod> possible) {
        Class<?> companion = Companion.of(bodies.type());
        List<MethodSelector> selectors = possible.stream()
                .map(body -> DiscoverySelectors.selectMethod(
                        companion,
                        Companion.nameOf(body.method()),
                        body.method().getParameterTypes()))
                .toList();
        var parameters = request.getConfigurationParameters();
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .configurationParameters(parameters.keySet().stream()
                        .collect(Collectors.toMap(
                                key -> key, key -> parameters.get(key).orElse(""))))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .build();
    }

    /** A launcher with no engine but Jupiter's, and none of the listeners that hear of the tests from the outer one. */
    private static Launcher jupiter() {
        TestEngine engine = ServiceLoader.load(TestEngine.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(each -> each.getId().equals(JUPITER))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "@FluxlabTest needs Jupiter: put junit-jupiter on the test class path"));
        return LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(engine)
                .build());
    }
}
