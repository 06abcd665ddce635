package io.fluxlab.junit.engine;

import java.util.List;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;
import org.junit.platform.engine.support.discovery.EngineDiscoveryRequestResolver;

/**
 * Finds the methods with {@link io.fluxlab.junit.FluxlabTest}, and has Jupiter run them through their classes' companions,
 * one after the other: two trials at once would measure each other. Thread-safe.
 */
public final class FluxlabTestEngine implements TestEngine {

    private static final String ID = "fluxlab";

    private static final EngineDiscoveryRequestResolver<TestDescriptor> RESOLVER =
            EngineDiscoveryRequestResolver.<TestDescriptor>builder()
                    .addClassContainerSelectorResolver(
                            type -> !Companion.bodies(type).isEmpty())
                    .addSelectorResolver(context -> new BodyResolver(context.getClassNameFilter()))
                    .addTestDescriptorVisitor(context -> TestDescriptor::prune)
                    .build();

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        EngineDescriptor root = new EngineDescriptor(uniqueId, "Fluxlab");
        RESOLVER.resolve(request, root);
        return root;
    }

    @Override
    public void execute(ExecutionRequest request) {
        TestDescriptor root = request.getRootTestDescriptor();
        request.getEngineExecutionListener().executionStarted(root);
        for (TestDescriptor child : List.copyOf(root.getChildren())) {
            new ClassRun((BodyClass) child, request).execute();
        }
        request.getEngineExecutionListener().executionFinished(root, TestExecutionResult.successful());
    }
}
