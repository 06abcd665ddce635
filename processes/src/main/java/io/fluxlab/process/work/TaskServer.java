package io.fluxlab.process.work;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.measure.ProcessVitals;
import io.fluxlab.measure.RemoteUse;
import io.fluxlab.process.child.ChildScope;
import io.fluxlab.process.child.MadeWorkload;
import io.fluxlab.process.message.ChildHeartbeat;
import io.fluxlab.process.message.ChildRoute;
import io.fluxlab.process.message.Errors;
import io.fluxlab.process.message.OpenPlan;
import io.fluxlab.process.message.StartTask;
import io.fluxlab.wire.WireFormat;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Recipe;
import io.fluxlab.workload.Subject;
import io.netty.buffer.ByteBufInputStream;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.util.DefaultPayload;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers the parent. Requests come one at a time; signs of life are made on
 * another thread. */
final class TaskServer implements RSocket {

    private static final Duration BEAT = Duration.ofMillis(100);

    private final ChildScope process;
    private final MadeWorkload made = new MadeWorkload();
    private final WorkerThread worker = new WorkerThread("worker");
    private volatile @Nullable Plan plan;
    private volatile @Nullable ChildTask current;
    private volatile ProcessVitals vitalsAtStart = ProcessVitals.NONE;

    TaskServer(ChildScope process) {
        this.process = process;
    }

    @Override
    public Mono<Payload> requestResponse(Payload request) {
        Mono<Payload> answer = switch (ChildRoute.of(request)) {
            case OPEN -> open(read(request, OpenPlan.class)).thenReturn(DefaultPayload.create(""));
            case CLOSE -> close().thenReturn(DefaultPayload.create(""));
            case USE -> Mono.fromSupplier(() -> write(useToTheLast()));
            case TASK, WATCH -> Mono.error(new IllegalArgumentException("not a request-response"));
        };
        return answer.onErrorMap(Errors::of);
    }

    @Override
    public Flux<Payload> requestStream(Payload request) {
        return switch (ChildRoute.of(request)) {
            case TASK -> task(read(request, StartTask.class));
            case WATCH ->
                Flux.interval(BEAT, process.clock()).onBackpressureDrop().map(tick -> write(beat()));
            case OPEN, CLOSE, USE -> Flux.error(new IllegalArgumentException("not a request-stream"));
        };
    }

    private Mono<Void> open(OpenPlan request) {
        return close().then(Mono.defer(() -> {
            Plan opened = subject(request).plan();
            plan = opened;
            return opened.open(process.home().loop())
                    .then(Mono.fromRunnable(() -> vitalsAtStart = ProcessVitals.now()));
        }));
    }

    private Subject subject(OpenPlan request) {
        Recipe recipe = request.recipe();
        return recipe != null
                ? Subject.of(made.of(recipe), request.parameters())
                : Subject.of(request.workload(), request.parameters())
                        .orElseThrow(() -> new BrokenRunException(
                                "unknown-workload",
                                "no workload %s in the child process".formatted(request.workload())));
    }

    private Mono<Void> close() {
        return Mono.defer(() -> {
            Plan open = plan;
            plan = null;
            return open == null ? Mono.empty() : open.close();
        });
    }

    private Flux<Payload> task(StartTask request) {
        Plan open = plan;
        if (open == null) {
            return Flux.error(new IllegalStateException("no plan is open"));
        }
        ChildTask task = new ChildTask(open, request, worker, process);
        current = task;
        return task;
    }

    private ChildHeartbeat beat() {
        ChildTask task = current;
        RemoteUse use = new RemoteUse(
                ProcessVitals.cpuNanosNow() - vitalsAtStart.cpuNanos(),
                0,
                null,
                ProcessVitals.threadsNow(),
                heapBytes());
        return task == null || task.hasEnded()
                ? new ChildHeartbeat(ChildHeartbeat.NO_TASK, 0, use)
                : new ChildHeartbeat(task.taskIndex(), task.done(), use);
    }

    private RemoteUse useToTheLast() {
        ProcessVitals.Used used = ProcessVitals.now().since(vitalsAtStart);
        return new RemoteUse(
                used.cpuNanos(),
                used.allocatedBytes(),
                used.contextSwitches(),
                ProcessVitals.peakThreads(),
                heapBytes());
    }

    private static long heapBytes() {
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static <T> T read(Payload request, Class<T> type) {
        return WireFormat.CBOR.read(new ByteBufInputStream(request.sliceData()), type);
    }

    private static Payload write(Object answer) {
        return DefaultPayload.create(WireFormat.CBOR.write(answer));
    }
}
