package practice;

import static io.fluxlab.lecture.assignment.check.Unmet.unless;
import static io.fluxlab.lecture.assignment.check.Unmet.unlessEqual;

import io.fluxlab.lecture.assignment.check.BackgroundCall;
import io.fluxlab.lecture.assignment.check.CheckSuite;
import io.fluxlab.lecture.assignment.check.Leftover;
import io.fluxlab.lecture.assignment.check.ThreadBarrier;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Hidden checks of assignment 3. */
public final class HiddenChecks implements CheckSuite {

    private static final int MANY = 16;

    @Override
    public List<Check> checks() {
        return List.of(
                new Check("names", HiddenChecks::names),
                new Check("private", HiddenChecks::isPrivate),
                new Check("namesakes", HiddenChecks::namesakes),
                new Check("stores", HiddenChecks::stores),
                new Check("joined", HiddenChecks::joined),
                new Check("removed", HiddenChecks::removed),
                new Check("cancel", HiddenChecks::cancel));
    }

    private static void names() throws Exception {
        Map<String, String> told = new ConcurrentHashMap<>();
        Map<String, String> secrets = Map.of("ann", "1", "bob", "2", "eve", "3");
        join(Threads.start(secrets, new PrivateData(), data -> {}, text ->
                told.put(Thread.currentThread().getName(), text)));
        unlessEqual(
                "what was told, by the name of the thread that told it",
                new TreeMap<>(Map.of("ann", "ann: 1", "bob", "bob: 2", "eve", "eve: 3")),
                new TreeMap<>(told));
    }

    /** Everybody writes, then everybody looks, then everybody writes again. */
    private static void isPrivate() throws Exception {
        PrivateData data = new PrivateData();
        ThreadBarrier written = new ThreadBarrier(MANY);
        ThreadBarrier again = new ThreadBarrier(MANY);
        Queue<String> wrong = new ConcurrentLinkedQueue<>();
        Map<String, String> secrets = new TreeMap<>();
        IntStream.range(0, MANY).forEach(each -> secrets.put("thread-" + each, "secret-" + each));
        Run run = Threads.start(
                secrets,
                data,
                own -> {
                    String name = Thread.currentThread().getName();
                    written.meet();
                    look(data, name, secrets.get(name), wrong);
                    data.set("new " + name);
                    again.meet();
                    look(data, name, "new " + name, wrong);
                },
                text -> {});
        join(run);
        unless(written.hasHappened() && again.hasHappened(), "not.parallel", "start", written.visitors().size());
        unless(wrong.isEmpty(), "not.private", wrong.peek());
        unlessEqual("get() of a thread that has set nothing", Optional.empty(), in(data::get));
    }

    private static void look(PrivateData data, String name, String mine, Queue<String> wrong) {
        if (!data.get().equals(Optional.of(mine))) {
            wrong.add(name + ": " + mine + " / " + data.get().orElse("-"));
        }
    }

    /** Threads of one name, and a thread that another one has started. */
    private static void namesakes() throws Exception {
        PrivateData data = new PrivateData();
        ThreadBarrier both = new ThreadBarrier(2);
        Set<String> seen = ConcurrentHashMap.newKeySet();
        List<Thread> threads = List.of("1", "2").stream()
                .map(text -> Thread.ofPlatform().daemon().name("same").start(() -> {
                    data.set(text);
                    both.meet();
                    seen.add(text + data.get().orElse("-"));
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }
        unless(seen.equals(Set.of("11", "22")), "namesakes", new TreeSet<>(seen));
        Optional<String> inherited = in(() -> {
            data.set("secret-0");
            return in(data::get);
        });
        unless(inherited.isEmpty(), "inherited", inherited.orElse(""));
    }

    private static void stores() throws Exception {
        Optional<String> found = in(() -> {
            PrivateData first = new PrivateData();
            PrivateData second = new PrivateData();
            first.set("first");
            return second.get();
        });
        unless(found.isEmpty(), "stores", found.orElse(""));
    }

    private static void joined() throws Exception {
        ThreadBarrier all = new ThreadBarrier(3);
        CountDownLatch held = new CountDownLatch(1);
        Run run = Threads.start(
                Map.of("a", "1", "b", "2", "c", "3"),
                new PrivateData(),
                data -> {
                    all.meet();
                    held.await(20, TimeUnit.SECONDS);
                },
                text -> {});
        BackgroundCall<Boolean> caller = BackgroundCall.of(() -> {
            run.join();
            return true;
        });
        all.awaitAll();
        boolean early = caller.returnsEarly();
        held.countDown();
        unless(!early, "returned.early", "join");
        caller.returned();
        Leftover.check(all.visitors());
    }

    private static void removed() throws Exception {
        try (ExecutorService pool = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("pool").factory())) {
            PrivateData data = new PrivateData();
            Queue<String> seen = new ConcurrentLinkedQueue<>();
            call(() -> Threads.inPool(pool, List.of("1", "2"), data, own -> seen.add(own.get().orElse("-"))));
            unlessEqual("what the jobs found", List.of("1", "2"), List.copyOf(seen));
            Optional<String> left = pool.submit(data::get).get();
            unless(left.isEmpty(), "not.removed", left.orElse(""));
            Queue<String> tried = new ConcurrentLinkedQueue<>();
            try {
                call(() -> Threads.inPool(pool, List.of("3", "4"), data, own -> {
                    tried.add(own.get().orElse("-"));
                    throw new IllegalStateException("this job fails");
                }));
            } catch (RuntimeException | ExecutionException e) {
                // telling of it is as good as not telling
            }
            unless(!pool.isShutdown(), "pool.ended");
            Optional<String> afterFailure = pool.submit(data::get).get();
            unless(afterFailure.isEmpty(), "not.removed.failed", afterFailure.orElse(""));
            unlessEqual("what the jobs that failed had found", List.of("3", "4"), List.copyOf(tried));
            pool.shutdown();
        }
    }

    /** Threads that have been asked take their time to end. */
    private static void cancel() throws Exception {
        ThreadBarrier all = new ThreadBarrier(3);
        CountDownLatch asked = new CountDownLatch(3);
        CountDownLatch held = new CountDownLatch(1);
        Run run = Threads.start(
                Map.of("sleeps", "1", "waits", "2", "looks", "3"),
                new PrivateData(),
                data -> {
                    all.meet();
                    try {
                        switch (Thread.currentThread().getName()) {
                            case "sleeps" -> Thread.sleep(3_600_000);
                            case "waits" -> new CountDownLatch(1).await();
                            default -> {
                                while (!Thread.interrupted()) {
                                    Thread.onSpinWait();
                                }
                            }
                        }
                    } catch (InterruptedException e) {
                        // asked
                    }
                    asked.countDown();
                    held.await(20, TimeUnit.SECONDS);
                },
                text -> {});
        all.awaitAll();
        BackgroundCall<Boolean> caller = BackgroundCall.of(() -> {
            run.cancel();
            return true;
        });
        asked.await(10, TimeUnit.SECONDS);
        unless(asked.getCount() == 0, "not.cancelled", asked.getCount());
        boolean early = caller.returnsEarly();
        held.countDown();
        unless(!early, "returned.early", "cancel");
        caller.returned();
        Leftover.check(all.visitors());
        join(run);
    }

    private static void join(Run run) throws Exception {
        BackgroundCall.of(() -> {
                    run.join();
                    return true;
                })
                .returned();
    }

    private interface Action {
        void run() throws Exception;
    }

    private static void call(Action action) throws Exception {
        BackgroundCall.of(() -> {
                    action.run();
                    return true;
                })
                .returned();
    }

    private static <T> T in(Callable<T> body) throws Exception {
        return BackgroundCall.of(body).returned();
    }
}
