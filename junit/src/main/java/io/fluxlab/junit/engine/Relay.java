package io.fluxlab.junit.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Says of bodies what Jupiter says of the tests that stand for them. Called by one thread after the other. */
final class Relay implements TestExecutionListener {

    private final List<BodyMethod> bodies;
    private final EngineExecutionListener listener;
    private final Map<String, BodyInvocation> invocations = new HashMap<>();
    private TestExecutionResult result = TestExecutionResult.successful();

    Relay(List<BodyMethod> bodies, EngineExecutionListener listener) {
        this.bodies = bodies;
        this.listener = listener;
    }

    /** What became of the class: failed, where that has kept its bodies from being run. */
    TestExecutionResult result() {
        return result;
    }

    @Override
    public void dynamicTestRegistered(TestIdentifier test) {
        method(test).ifPresent(body -> {
            BodyInvocation invocation =
                    new BodyInvocation(body, body.getChildren().size() + 1, test.getDisplayName());
            body.addChild(invocation);
            invocations.put(test.getUniqueId(), invocation);
            listener.dynamicTestRegistered(invocation);
        });
    }

    @Override
    public void executionStarted(TestIdentifier test) {
        body(test).ifPresent(listener::executionStarted);
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        body(test)
                .ifPresentOrElse(
                        body -> listener.executionSkipped(body, reason),
                        () -> bodies.forEach(body -> listener.executionSkipped(body, reason)));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult ended) {
        body(test).ifPresentOrElse(body -> listener.executionFinished(body, ended), () -> {
            if (ended.getStatus() != Status.SUCCESSFUL) {
                result = ended;
            }
        });
    }

    @Override
    public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
        body(test).ifPresent(body -> listener.reportingEntryPublished(body, entry));
    }

    @Override
    public void fileEntryPublished(TestIdentifier test, FileEntry file) {
        body(test).ifPresent(body -> listener.fileEntryPublished(body, file));
    }

    private Optional<? extends TestDescriptor> body(TestIdentifier test) {
        BodyInvocation invocation = invocations.get(test.getUniqueId());
        return invocation == null ? method(test) : Optional.of(invocation);
    }

    private Optional<BodyMethod> method(TestIdentifier test) {
        return test.getSource()
                .filter(MethodSource.class::isInstance)
                .map(MethodSource.class::cast)
                .flatMap(source -> bodies.stream()
                        .filter(body -> source.getJavaMethod().getName().equals(Companion.nameOf(body.method()))
                                && List.of(source.getJavaMethod().getParameterTypes())
                                        .equals(List.of(body.method().getParameterTypes())))
                        .findFirst());
    }
}
