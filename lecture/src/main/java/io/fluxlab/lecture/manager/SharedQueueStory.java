package io.fluxlab.lecture.manager;

import io.fluxlab.lecture.manager.SharedQueueMoment.ChildGets;
import io.fluxlab.lecture.manager.SharedQueueMoment.Crossing;
import io.fluxlab.lecture.manager.SharedQueueWorkload.Parameters;
import io.fluxlab.lecture.manager.WorkerTask.Role;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What comes of one queue that several processes put into and get from. Immutable; each moment is cold. */
final class SharedQueueStory {

    private static final List<Object> LECTURE = Arrays.asList(42, null, "hello");

    private final ObjectManager desk;
    private final Parameters parameters;

    SharedQueueStory(ObjectManager desk, Parameters parameters) {
        this.desk = desk;
        this.parameters = parameters;
    }

    Flux<SharedQueueMoment> moments() {
        return Flux.concat(List.of(childGets(), crossing()));
    }

    /** The parent, too, calls the queue, and needs no message for that. */
    private Mono<ChildGets> childGets() {
        return Mono.defer(() -> {
            long parent = ProcessHandle.current().pid();
            ManagedQueue queue = new ManagedQueue(parameters.capacity());
            queue.call(new MethodCall(MethodCall.Method.PUT, 0, LECTURE), new WaitingProcess(parent, answer -> {}));
            return desk.work(desk.children().get(0), desk.job(Role.GETTER, 1, 0), queue)
                    .map(report ->
                            new ChildGets("child-gets", LECTURE, report.got().get(0), parent, report.process()));
        });
    }

    private Mono<Crossing> crossing() {
        return Mono.defer(() -> {
            ManagedQueue queue = new ManagedQueue(parameters.capacity());
            return desk.work(desk.children(), desk.job(Role.PUTTER_AND_GETTER, parameters.messages(), 0), queue)
                    .map(reports -> crossing(reports, queue.mostInside()));
        });
    }

    private Crossing crossing(List<WorkerReport> reports, int mostInside) {
        Set<List<Object>> different = new HashSet<>();
        int all = 0;
        int fromOthers = 0;
        int overtaken = 0;
        for (WorkerReport report : reports) {
            Map<Long, Integer> latest = new HashMap<>();
            for (List<Object> message : report.got()) {
                long putBy = ((Number) message.get(0)).longValue();
                int number = ((Number) message.get(1)).intValue();
                all++;
                different.add(List.of(putBy, number));
                fromOthers += putBy == report.process() ? 0 : 1;
                overtaken += number < latest.getOrDefault(putBy, -1) ? 1 : 0;
                latest.merge(putBy, number, Math::max);
            }
        }
        return new Crossing(
                "crossing",
                reports.size(),
                reports.size() * parameters.messages(),
                different.size(),
                all - different.size(),
                fromOthers,
                overtaken,
                parameters.capacity(),
                mostInside);
    }
}
