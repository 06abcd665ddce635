package io.fluxlab.lecture.demonstration;

import io.fluxlab.workload.TaskContext;
import java.util.List;
import java.util.concurrent.Callable;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;

/** A demonstration, told moment after moment: each is an item once it was seen. */
public final class Story {

    private Story() {}

    /**
     * One moment.
     *
     * @param <S> what it is played on
     */
    @FunctionalInterface
    public interface Moment<S> {
        /** Plays it, blocking, and says what was seen. */
        Object play(S stage) throws Exception;
    }

    /**
     * The moments in their order. Cold: opens the stage at subscription, plays a moment for each item that is asked for,
     * on the thread that asks, and closes the stage at the end, after an error and at cancel.
     */
    public static <S extends DemonstrationResources> Flux<Object> of(
            TaskContext context, Callable<? extends S> stage, List<Moment<S>> moments) {
        return Flux.using(
                stage,
                open -> Flux.fromIterable(moments).map(moment -> play(context, open, moment)),
                DemonstrationResources::close);
    }

    /** Moments that need no stage: each ends all that it begins, also when its thread is interrupted. Cold. */
    public static Flux<Object> of(TaskContext context, List<? extends Callable<?>> moments) {
        return Flux.fromIterable(moments).map(moment -> play(context, moment, Callable::call));
    }

    private static <S> Object play(TaskContext context, S stage, Moment<S> moment) {
        try {
            return context.blocking(() -> moment.play(stage));
        } catch (Exception e) {
            throw Exceptions.propagate(e);
        }
    }
}
