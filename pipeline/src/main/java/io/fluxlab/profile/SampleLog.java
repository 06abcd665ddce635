package io.fluxlab.profile;

import io.fluxlab.diagnosis.Activity;
import io.fluxlab.diagnosis.Samples;
import io.fluxlab.diagnosis.Site;
import io.fluxlab.trail.PlaceOfWork.Position;
import io.fluxlab.trail.ThreadNames;
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
     * Adds one look. Of the tasks without a thread, as many as there are threads beside the lane that work are taken to be on
     * these.
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
        double suspended = weight
                * look.seen().stream()
                        .filter(seen -> seen.activity() == Activity.SUSPENDED)
                        .count();
        double onStrays = Math.min(suspended, look.strays().size());
        double left = suspended == 0 ? 0 : (suspended - onStrays) / suspended;
        for (Look.Seen seen : look.seen()) {
            put(now, seen, seen.activity() == Activity.SUSPENDED ? weight * left : weight);
        }
        look.strays().forEach(seen -> put(now, seen, 1));
        now.forEach((key, count) -> {
            Account account = accounts.get(key);
            if (account != null) {
                account.samples += count;
                account.looks++;
                account.outside += Math.max(0, look.started() - count);
            }
        });
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
        Key key = new Key(seen.activity(), seen.what(), ThreadNames.groupOf(seen.thread()), seen.at());
        if (accounts.size() < MOST_SITES || accounts.containsKey(key)) {
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
                account.looks == 0 ? 0 : account.outside / account.looks,
                account.distinctThreads());
    }

    /** What is known of one site. */
    private static final class Account {
        private final Set<Long> threads = new HashSet<>();
        private double samples;
        private double outside;
        private int looks;
        private int mostThreads;

        void beginRun() {
            mostThreads = distinctThreads();
            threads.clear();
        }

        int distinctThreads() {
            return Math.max(mostThreads, threads.size());
        }
    }
}
