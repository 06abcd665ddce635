package practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Consumer;

public final class Threads {

    private Threads() {}

    public static Run start(Map<String, String> secrets, PrivateData data, Work work, Consumer<String> out) {
        List<Thread> threads = new ArrayList<>();
        secrets.forEach((name, secret) -> threads.add(Thread.ofPlatform().name(name).start(() -> {
            data.set(secret);
            out.accept(Thread.currentThread().getName() + ": " + data.get().orElse(""));
            try {
                work.run(data);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        })));
        return new Started(threads);
    }

    public static void inPool(ExecutorService pool, List<String> secrets, PrivateData data, Work work)
            throws InterruptedException {
        List<Future<?>> jobs = new ArrayList<>();
        for (String secret : secrets) {
            jobs.add(pool.submit(() -> {
                try {
                    data.set(secret);
                    work.run(data);
                } finally {
                    data.remove();
                }
                return null;
            }));
        }
        for (Future<?> job : jobs) {
            try {
                job.get();
            } catch (ExecutionException e) {
                // the others go on
            }
        }
    }

    private record Started(List<Thread> threads) implements Run {

        @Override
        public void join() throws InterruptedException {
            for (Thread thread : threads) {
                thread.join();
            }
        }

        @Override
        public void cancel() throws InterruptedException {
            threads.forEach(Thread::interrupt);
            join();
        }
    }
}
