package io.fluxlab.lecture.locks;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.locks.DeadlockWorkload.Parameters;
import io.fluxlab.trace.Tracer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/**
 * One thread of a circle: takes one lock, then another, again and again. At its first turn it waits between the two until
 * all of the circle hold one, so that a deadlock which is possible does come about; where they can't all come,
 * that wait has an end.
 */
final class Taker implements DemonstrationThreads.Job {

    /** For how long all are waited for where they can't all come. */
    private static final long GATHER_MILLIS = 50;

    private final Lock first;
    private final Lock second;
    private final Parameters parameters;
    private final CountDownLatch allHoldOne;
    private final HeldLocks tally;
    private final Tracer tracer;

    Taker(Lock first, Lock second, Parameters parameters, CountDownLatch allHoldOne, HeldLocks tally, Tracer tracer) {
        this.first = first;
        this.second = second;
        this.parameters = parameters;
        this.allHoldOne = allHoldOne;
        this.tally = tally;
        this.tracer = tracer;
    }

    @Override
    public void run() throws InterruptedException {
        boolean gathered = false;
        for (int done = 0; done < parameters.turns(); ) {
            first.lockInterruptibly();
            try {
                tally.tookFirst();
                if (!gathered) {
                    gathered = true;
                    gather();
                }
                if (takesSecond()) {
                    keepBoth();
                    done++;
                } else {
                    tally.givesFirstBack();
                }
            } finally {
                first.unlock();
            }
            pause();
        }
    }

    private boolean takesSecond() throws InterruptedException {
        if (parameters.remedy() == DeadlockRemedy.TRY_LOCK) {
            return second.tryLock(parameters.patienceMillis(), TimeUnit.MILLISECONDS);
        }
        second.lockInterruptibly();
        return true;
    }

    private void keepBoth() throws InterruptedException {
        try {
            tally.tookSecond();
            tracer.sleeping();
            Thread.sleep(parameters.stayMillis());
            tracer.running();
        } finally {
            tally.givesBothBack();
            second.unlock();
        }
    }

    private void gather() throws InterruptedException {
        allHoldOne.countDown();
        tracer.sleeping();
        if (parameters.remedy() == DeadlockRemedy.ORDER) {
            Thread.sleep(GATHER_MILLIS);
        } else {
            allHoldOne.await();
        }
        tracer.running();
    }

    /** Of different length for each, so that those who gave way do not meet again at the same moment for ever. */
    private void pause() throws InterruptedException {
        if (parameters.remedy() == DeadlockRemedy.TRY_LOCK) {
            Thread.sleep(ThreadLocalRandom.current().nextInt(parameters.patienceMillis() + 1));
        }
    }
}
