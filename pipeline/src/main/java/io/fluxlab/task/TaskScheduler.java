package io.fluxlab.task;

import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The place of a task as Reactor's operators want it: commands run there, and what waits does so on the timer. */
final class TaskScheduler implements Scheduler {

    private final Scheduler place;
    private final Scheduler timer;

    TaskScheduler(Executor place, Scheduler timer) {
        this.place = Schedulers.fromExecutor(place);
        this.timer = timer;
    }

    @Override
    public Disposable schedule(Runnable task) {
        return place.schedule(task);
    }

    @Override
    public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
        if (delay <= 0) {
            return schedule(task);
        }
        Disposable.Composite both = Disposables.composite();
        both.add(timer.schedule(() -> both.add(place.schedule(task)), delay, unit));
        return both;
    }

    @Override
    public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
        return timer.schedulePeriodically(() -> place.schedule(task), initialDelay, period, unit);
    }

    @Override
    public Worker createWorker() {
        return new PlaceWorker(place.createWorker(), timer.createWorker());
    }

    /** The place outlives the task. */
    @Override
    public void dispose() {}

    private record PlaceWorker(Worker place, Worker timer) implements Worker {

        @Override
        public Disposable schedule(Runnable task) {
            return place.schedule(task);
        }

        @Override
        public Disposable schedule(Runnable task, long delay, TimeUnit unit) {
            return delay <= 0 ? schedule(task) : timer.schedule(() -> place.schedule(task), delay, unit);
        }

        @Override
        public Disposable schedulePeriodically(Runnable task, long initialDelay, long period, TimeUnit unit) {
            return timer.schedulePeriodically(() -> place.schedule(task), initialDelay, period, unit);
        }

        @Override
        public void dispose() {
            timer.dispose();
            place.dispose();
        }

        @Override
        public boolean isDisposed() {
            return place.isDisposed();
        }
    }
}
