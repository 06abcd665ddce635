package io.fluxlab.run;

import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** What of a run's subscriber's context its bodies find in theirs. Stateless. */
final class SubscriberContext {

    /** The lab's own keys are its classes. */
    private static final String LAB = "io.fluxlab.";

    /**
     * With these, Reactor has a subscriber's operators decide what becomes of errors and of what is dropped further up: bodies
     * are no part of that, and one that fails is to be told of.
     */
    private static final String REACTOR = "reactor.";

    private SubscriberContext() {}

    /** All but what the lab and Reactor have put there for themselves. */
    static Context forBodies(ContextView subscribed) {
        return subscribed.stream()
                .filter(entry -> !isInternal(entry.getKey()))
                .reduce(
                        Context.empty(),
                        (context, entry) -> context.put(entry.getKey(), entry.getValue()),
                        (some, others) -> some.putAll(others.readOnly()));
    }

    private static boolean isInternal(Object key) {
        return key instanceof Class<?> type
                ? type.getName().startsWith(LAB)
                : key instanceof String text && text.startsWith(REACTOR);
    }
}
