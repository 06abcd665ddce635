package io.fluxlab.server.quota;

import io.fluxlab.server.identity.Caller;
import io.fluxlab.server.identity.Principal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;

/**
 * The accounts of all principals and addresses: those that hold something, and those whose CPU time counts still. Of the
 * latter so many are kept, of whom those that used most, that addresses without end take no memory without end.
 * Thread-safe.
 */
final class Accounts {

    private static final int MOST_IDLE = 4096;

    private final Sharing sharing;
    private final Scheduler clock;
    private final Map<String, Account> accounts = new HashMap<>();

    Accounts(Sharing sharing, Scheduler clock) {
        this.sharing = sharing;
        this.clock = clock;
    }

    /** What a caller shares slots as: what it says it is, or where it comes from. */
    static String party(Caller caller) {
        return isAnybody(caller) ? address(caller) : principal(caller);
    }

    private static String address(Caller caller) {
        return "address " + caller.peer().network();
    }

    private static String principal(Caller caller) {
        return "principal " + caller.principal().name();
    }

    private static boolean isAnybody(Caller caller) {
        return caller.principal().equals(Principal.ANYBODY);
    }

    /** Counts a stream; fails where that is one too many. */
    synchronized void takeStream(Caller caller) {
        List<Account> all = of(caller);
        try {
            all.forEach(Account::checkStream);
            all.forEach(account -> account.addStreams(1));
        } finally {
            forgetIdle(caller);
        }
    }

    synchronized void giveBackStream(Caller caller) {
        of(caller).forEach(account -> account.addStreams(-1));
        forgetIdle(caller);
    }

    /** Counts a run; fails where that is one too many, or where no CPU time is left. */
    synchronized void takeRun(Caller caller) {
        List<Account> all = of(caller);
        try {
            all.forEach(account -> account.checkRun(now()));
            all.forEach(account -> account.addRuns(1));
        } finally {
            forgetIdle(caller);
        }
    }

    /** @param processes that the run has taken */
    synchronized void giveBackRun(Caller caller, long processes) {
        of(caller).forEach(account -> {
            account.addRuns(-1);
            account.addProcesses(-processes);
        });
        forgetIdle(caller);
    }

    /** Counts child processes of somebody's run; fails where those are too many. */
    synchronized void takeProcesses(Caller caller, long more) {
        List<Account> all = of(caller);
        all.forEach(account -> account.checkProcesses(more));
        all.forEach(account -> account.addProcesses(more));
    }

    /** Whether somebody's run may have so many child processes more. */
    synchronized boolean hasRoomForProcesses(Caller caller, long more) {
        return of(caller).stream().allMatch(account -> account.hasRoomForProcesses(more));
    }

    /** Counts CPU time of somebody's run. */
    synchronized void charge(Caller caller, long cpuNanos) {
        of(caller).forEach(account -> account.charge(cpuNanos, now()));
    }

    private List<Account> of(Caller caller) {
        List<Account> all = new ArrayList<>(2);
        all.add(account(address(caller), sharing.perAddress()));
        if (!isAnybody(caller)) {
            all.add(account(principal(caller), sharing.perPrincipal()));
        }
        return all;
    }

    private Account account(String name, Quota quota) {
        return accounts.computeIfAbsent(name, key -> new Account(key, quota, now()));
    }

    private void forgetIdle(Caller caller) {
        long now = now();
        for (String name : List.of(address(caller), principal(caller))) {
            accounts.computeIfPresent(
                    name, (key, account) -> account.isIdle() && account.cpuNanos(now) == 0 ? null : account);
        }
        if (accounts.size() > MOST_IDLE) {
            forgetSmallest(now);
        }
    }

    private void forgetSmallest(long now) {
        List<String> idle = accounts.entrySet().stream()
                .filter(entry -> entry.getValue().isIdle())
                .sorted(Comparator.comparingLong(entry -> entry.getValue().cpuNanos(now)))
                .map(Map.Entry::getKey)
                .toList();
        idle.subList(0, Math.max(0, idle.size() - MOST_IDLE / 2)).forEach(accounts::remove);
    }

    private long now() {
        return clock.now(TimeUnit.NANOSECONDS);
    }

    synchronized int count() {
        return accounts.size();
    }
}
