package io.fluxlab.junit.engine;

import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** One of several invocations of a body, which have arguments each. Not thread-safe. */
final class BodyInvocation extends AbstractTestDescriptor {

    static final String SEGMENT = "invocation";

    /** An invocation of this body, the {@code number}th. */
    BodyInvocation(BodyMethod body, int number, String displayName) {
        super(
                body.getUniqueId().append(SEGMENT, "#" + number),
                displayName,
                body.getSource().orElse(null));
    }

    @Override
    public Type getType() {
        return Type.TEST;
    }
}
