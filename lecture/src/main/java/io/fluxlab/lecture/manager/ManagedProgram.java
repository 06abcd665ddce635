package io.fluxlab.lecture.manager;

import io.fluxlab.lecture.messages.PipeEnd;
import io.fluxlab.process.child.ChildProgram;
import io.fluxlab.process.child.ChildScope;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A child that does one {@link WorkerTask} for each pipe that is opened to it, and reports. */
public final class ManagedProgram implements ChildProgram {

    @Override
    public RSocket start(ChildScope process) {
        Scheduler thread = Schedulers.newSingle("managed", true);
        return new RSocket() {
            @Override
            public Flux<Payload> requestChannel(Publisher<Payload> in) {
                return PipeEnd.opened(
                        in,
                        WorkerTask.class,
                        WorkerTask::patience,
                        thread,
                        (job, end) -> end.send(new WorkerProcess(job, end).work()));
            }
        };
    }
}
