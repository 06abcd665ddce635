package io.fluxlab.profile;

import io.fluxlab.diagnosis.Activity;
import io.fluxlab.diagnosis.Samples;
import io.fluxlab.diagnosis.Site;
import io.fluxlab.trail.PlaceOfWork.Position;
import io.fluxlab.trail.ThreadNames;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Adds up where tasks were seen. Not thread-safe. */
final class SampleLog {

    /** Bodies whose stacks are all different would fill it. */
    private static final int MOST_SITES = 1_000;

    private final Map<Key, Account> accounts = new LinkedHashMap<>();
    private int looks;
    private long tasks;

    /** Two locks at one place in the code are two sites where their names are known. */
    private record Key(Activity activity, @Nullable String what, String threads, List<String> at) {}

    /**
     * Adds one look. Of the tasks that wait for what others do, as many as there are threads beside the lane that work are taken
     * to be on these.
     */
    void add(Look look) {
        if (look.started() == 0) {
            return;
        }
        looks++;
        tasks += look.started();
        Map<Key, Double> now = new LinkedHashMap<>();
        double weight = look.seen().isEmpty()
                ? 0
                : (double) look.started() / look.seen().size();
        double pending = weight
                * look.seen().stream()
                        .filter(seen -> seen.activity().waitsForOthers())
                        .count();
        double onStrays = Math.min(pending, look.strays().size());
        double left = pending == 0 ? 0 : (pending - onStrays) / pending;
        for (Look.Seen seen : look.seen()) {
            put(now, seen, seen.activity().waitsForOthers() ? weight * left : weight);
        }
        if (pending > 0 || look.seen().isEmpty()) {
            look.strays().forEach(seen -> put(now, seen, 1));
        }
        now.forEach((key, count) -> {
            Account account = accounts.get(key);
            if (account != null) {
                account.samples += count;
                account.outside.add(Math.max(0, look.started() - at(now, key)));
            }
        });
    }

    /** How many did this there, also those of which it is not known for what they wait, since they have just been woken. */
    private static double at(Map<Key, Double> now, Key key) {
        Key unnamed = new Key(key.activity(), null, key.threads(), key.at());
        return now.getOrDefault(key, 0.0) + (unnamed.equals(key) ? 0 : now.getOrDefault(unnamed, 0.0));
    }

    /** Another run begins, whose threads may be others: what is counted is how many a run has. */
    void beginRun() {
        accounts.values().forEach(Account::beginRun);
    }

    /** How many looks were added that saw a task. */
    int looks() {
        return looks;
    }

    private void put(Map<Key, Double> now, Look.Seen seen, double count) {
        Key exact = new Key(seen.activity(), seen.what(), ThreadNames.groupOf(seen.thread()), seen.at());
        boolean isFull = accounts.size() >= MOST_SITES && !accounts.containsKey(exact);
        Key key = isFull ? new Key(exact.activity(), null, exact.threads(), exact.at()) : exact;
        if (accounts.size() < 2 * MOST_SITES || accounts.containsKey(key)) {
            accounts.computeIfAbsent(key, none -> new Account()).threads.add(seen.threadId());
            now.merge(key, count, Double::sum);
        }
    }

    /** The sites, where threads of this name are whose the function says. */
    Samples samples(Function<String, Position> position) {
        return new Samples(
                looks,
                looks == 0 ? 0 : (double) tasks / looks,
                accounts.entrySet().stream()
                        .map(entry -> site(entry.getKey(), entry.getValue(), position))
                        .toList());
    }

    private static Site site(Key key, Account account, Function<String, Position> position) {
        return new Site(
                key.activity(),
                key.what(),
                position.apply(key.threads()),
                key.activity() == Activity.SUSPENDED ? "" : key.threads(),
                key.at(),
                account.samples,
                account.outside(),
                account.distinctThreads());
    }

    /** What is known of one site. */
    private static final class Account {
        private static final double ONE = 0.5;
        private static final double SEVERAL = 1.5;
        private final Set<Long> threads = new HashSet<>();
        private double samples;
        private final List<Double> outside = new ArrayList<>();
        private int mostThreads;

        /**
         * The median of them: when a run begins and ends, tasks are elsewhere that have not come so far, or have gone on. A look
         * at many tasks takes longer than some have what they wait for, so that it may see one have it after the other: where a
         * quarter of the looks saw no more than one, there is no more than one.
         */
        Site.Outside outside() {
            if (outside.isEmpty()) {
                return new Site.Outside(0, 0, 0);
            }
            List<Double> sorted = outside.stream().sorted().toList();
            double few = sorted.get(sorted.size() / 4);
            double median = sorted.get(sorted.size() / 2);
            double many = sorted.get(sorted.size() * 3 / 4);
            double presence =
                    (double) sorted.stream().filter(tasks -> tasks >= ONE).count() / sorted.size();
            return new Site.Outside(few < SEVERAL ? few : median, many - few, presence);
        }

        void beginRun() {
            mostThreads = distinctThreads();
            threads.clear();
        }

        int distinctThreads() {
            return Math.max(mostThreads, threads.size());
        }
    }
}
