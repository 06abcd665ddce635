package io.fluxlab.lecture.data;

import io.fluxlab.lecture.data.PrivateDataWorkload.Parameters;
import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.workload.TaskContext;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** As many threads as owners, with one function for all; each looks only when all have put their data away. */
final class OwnThreads {

    private final ThreadLocal<String> data = new ThreadLocal<>();
    private final Queue<PrivateDataItem> seen = new ConcurrentLinkedQueue<>();
    private final Parameters parameters;
    private final CountDownLatch allHavePut;

    private OwnThreads(Parameters parameters) {
        this.parameters = parameters;
        this.allHavePut = new CountDownLatch(parameters.owners());
    }

    /** Cold; blocks until all threads have ended. */
    static Flux<PrivateDataItem> story(Parameters parameters, TaskContext context) {
        return Mono.fromCallable(() -> context.blocking(() -> new OwnThreads(parameters).run()))
                .flatMapIterable(found -> found);
    }

    private List<PrivateDataItem> run() throws InterruptedException {
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            for (int owner = 1; owner <= parameters.owners(); owner++) {
                int number = owner;
                threads.start("private-data-owner-" + owner, () -> keepAndLook(number));
            }
            threads.join(new Patience(Patience.DEFAULT.limit().plusMillis(parameters.holdMillis())));
        }
        return seen.stream()
                .sorted(Comparator.comparingInt(PrivateDataItem::owner))
                .toList();
    }

    // tag::own[]
    private void keepAndLook(int owner) throws InterruptedException {
        String mine = PrivateDataObservations.dataOf(owner);
        data.set(mine);
        allHavePut.countDown();
        if (!allHavePut.await(Patience.DEFAULT.limit().toMillis(), TimeUnit.MILLISECONDS)) {
            throw Patience.DEFAULT.inVain("all owners to put their data away");
        }
        Thread.sleep(parameters.holdMillis());
        String thread = Thread.currentThread().getName();
        String found = PrivateDataObservations.in(data);
        data.remove();
        seen.add(new PrivateDataItem(owner, mine, found, thread, thread, PrivateDataObservations.in(data)));
    }
    // end::own[]
}
