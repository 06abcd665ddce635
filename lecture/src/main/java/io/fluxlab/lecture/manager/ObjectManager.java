package io.fluxlab.lecture.manager;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.messages.Pipe;
import io.fluxlab.process.child.Child;
import io.fluxlab.process.child.ChildOptions;
import io.fluxlab.process.child.Children;
import io.fluxlab.process.message.Errors;
import java.nio.file.Path;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Where a parent keeps the objects that its children use, and sends each child to work. Immutable; what it starts runs on the
 * loop of the children, to which the objects are confined.
 */
record ObjectManager(List<Child> children, Path folder, Patience patience, Scheduler clock) {

    private static final int HEAP_MEGABYTES = 32;

    /** So many children, and a desk for them. Starts at subscription. */
    static Mono<ObjectManager> open(Children family, int processes, Patience patience, Scheduler clock) {
        Mono<List<Child>> started = family.start(ChildOptions.light(ManagedProgram.class, HEAP_MEGABYTES), processes);
        return Mono.zip(started, family.folder())
                .map(found -> new ObjectManager(found.getT1(), found.getT2(), patience, clock))
                .timeout(patience.limit(), Mono.error(() -> patience.inVain("child processes to arrive")), clock);
    }

    /** What so many children take of the machine. */
    static io.fluxlab.claim.Claim claim(int processes) {
        return Children.claim(processes, HEAP_MEGABYTES);
    }

    /** A job for one of the children. */
    WorkerTask job(WorkerTask.Role role, int count, int stayMillis) {
        return new WorkerTask(role, count, stayMillis, folder.toString(), (int)
                patience.limit().toMillis());
    }

    /** Sends these children to do the same at once, at this object. Starts at subscription; cancel hangs up. */
    Mono<List<WorkerReport>> work(List<Child> workers, WorkerTask job, ManagedObject object) {
        return Flux.fromIterable(workers)
                .flatMap(child -> work(child, job, object), workers.size())
                .collectList();
    }

    /** Sends one child to work. Starts at subscription; cancel hangs up. */
    Mono<WorkerReport> work(Child child, WorkerTask job, ManagedObject object) {
        return Mono.defer(() -> {
                    Pipe pipe = new Pipe(child.connection(), job);
                    WaitingProcess client = new WaitingProcess(child.process().pid(), pipe::send);
                    return pipe.received()
                            .<WorkerReport>handle((said, sink) -> {
                                if (said instanceof MethodCall call) {
                                    object.call(call, client);
                                } else {
                                    sink.next((WorkerReport) said);
                                }
                            })
                            .single();
                })
                .onErrorMap(Errors::arrived)
                .timeout(patience.limit(), Mono.error(() -> late(job)), clock);
    }

    private BrokenRunException late(WorkerTask job) {
        return patience.inVain("a child at its job, %s".formatted(job.role()));
    }
}
