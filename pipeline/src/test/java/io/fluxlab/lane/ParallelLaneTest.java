package io.fluxlab.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.loop.HomeLoop;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

class ParallelLaneTest extends LaneContract {

    @Override
    protected Lane lane() {
        return new ParallelLane();
    }

    @Test
    void strandsHaveAThreadEachWhoeverTakesWorkersBetween() throws InterruptedException {
        HomeLoop home = HomeLoop.open("strands-home");
        CountingThreads threads = new CountingThreads("strands", false);
        PoolSession pool = new PoolSession(Schedulers.newParallel(2, threads), threads, home).withStrands(2);
        Set<String> names = ConcurrentHashMap.newKeySet();
        CountDownLatch ran = new CountDownLatch(2);
        try {
            for (int i = 0; i < 2; i++) {
                Strand strand = pool.strand();
                Scheduler.Worker between = pool.scheduler().createWorker();
                strand.execute(() -> {
                    names.add(Thread.currentThread().getName());
                    ran.countDown();
                });
                between.dispose();
            }
            ran.await();
        } finally {
            pool.close().then(home.close()).block();
        }

        assertThat(names).hasSize(2);
    }
}
