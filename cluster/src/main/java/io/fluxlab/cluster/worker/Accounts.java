package io.fluxlab.cluster.worker;

import com.sun.management.ThreadMXBean;
import io.fluxlab.measure.ProcessVitals;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What this process uses, divided among the runs that are open here: each has a part like that of its threads in what all
 * runs' threads have used, or an equal one where these have done nothing. So a run that is alone has all of it, collecting
 * garbage and compiling among it, and several have no more together. Thread-safe.
 */
final class Accounts {

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Supplier<ProcessVitals> process;
    private final List<Account> open = new ArrayList<>();
    private ProcessVitals before = ProcessVitals.NONE;

    /** Of a process that has used that much whenever it is asked. */
    Accounts(Supplier<ProcessVitals> process) {
        this.process = process;
    }

    /** CPU time alone, which is cheap to read. */
    static Accounts ofCpuTime() {
        return new Accounts(() -> new ProcessVitals(ProcessVitals.cpuNanosNow(), 0, null));
    }

    /** What one run has used. Confined to the lock of its {@link Accounts}. */
    static final class Account {
        private final List<TaskThread> threads = new ArrayList<>();
        private long threadsCpuNanos;
        private long threadsBytes;
        private long newCpuNanos;
        private long newBytes;
        private double cpuNanos;
        private double bytes;
        private double switches;
        private boolean knowsSwitches = true;

        /** What its threads have used since the last look. */
        private void look() {
            long cpu = 0;
            long allocated = 0;
            for (TaskThread thread : threads) {
                cpu += Math.max(0, THREADS.getThreadCpuTime(thread.id()));
                allocated += Math.max(0, THREADS.getThreadAllocatedBytes(thread.id()));
            }
            newCpuNanos = Math.max(0, cpu - threadsCpuNanos);
            newBytes = Math.max(0, allocated - threadsBytes);
            threadsCpuNanos += newCpuNanos;
            threadsBytes += newBytes;
        }
    }

    /** A run is open here from now on. */
    synchronized Account open() {
        settle();
        Account account = new Account();
        open.add(account);
        return account;
    }

    /** This thread is that run's, and nobody else's. */
    synchronized void add(Account account, TaskThread thread) {
        account.threads.add(thread);
    }

    /** A run's threads will end: what it has used stays as it is. */
    synchronized void close(Account account) {
        settle();
        open.remove(account);
    }

    /** What a run has used until now; {@code contextSwitches} is null where the platform does not tell. */
    synchronized ProcessVitals.Used used(Account account) {
        settle();
        return new ProcessVitals.Used(
                Math.round(account.cpuNanos),
                Math.round(account.bytes),
                account.knowsSwitches ? (Long) Math.round(account.switches) : null);
    }

    private void settle() {
        ProcessVitals now = process.get();
        ProcessVitals.Used used = now.since(before);
        before = now;
        open.forEach(Account::look);
        long cpuOfAll = open.stream().mapToLong(each -> each.newCpuNanos).sum();
        long bytesOfAll = open.stream().mapToLong(each -> each.newBytes).sum();
        Long switches = used.contextSwitches();
        for (Account each : open) {
            double part = part(each.newCpuNanos, cpuOfAll);
            each.cpuNanos += part * used.cpuNanos();
            each.bytes += part(each.newBytes, bytesOfAll) * used.allocatedBytes();
            each.switches += switches == null ? 0 : part * switches;
            each.knowsSwitches &= switches != null;
        }
    }

    private double part(long own, long all) {
        return all == 0 ? 1.0 / open.size() : (double) own / all;
    }
}
