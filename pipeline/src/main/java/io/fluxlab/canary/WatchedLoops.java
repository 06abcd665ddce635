package io.fluxlab.canary;

import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/** Event loops that the user has handed over, to be watched during runs, each by itself. Immutable. */
public final class WatchedLoops {

    /** None were handed over. */
    public static final WatchedLoops NONE = new WatchedLoops(List.of());

    private final List<EventExecutor> loops;

    private WatchedLoops(List<EventExecutor> loops) {
        this.loops = List.copyOf(loops);
    }

    /** These and the group's: each once, however often it is handed over. */
    public WatchedLoops plus(EventLoopGroup group) {
        List<EventExecutor> all = new ArrayList<>(loops);
        for (EventExecutor loop : group) {
            if (!all.contains(loop)) {
                all.add(loop);
            }
        }
        return new WatchedLoops(all);
    }

    /** For {@link reactor.core.publisher.Flux#contextWrite}: runs that are subscribed to with it watch these loops. */
    public Function<Context, Context> told() {
        return context -> context.put(WatchedLoops.class, this);
    }

    /** Those of whoever subscribes. */
    public static WatchedLoops of(ContextView context) {
        return context.<WatchedLoops>getOrEmpty(WatchedLoops.class).orElse(NONE);
    }

    /** Each as something that is shared. */
    public List<SharedResource> resources() {
        return loops.stream().map(SharedResource::loop).toList();
    }
}
