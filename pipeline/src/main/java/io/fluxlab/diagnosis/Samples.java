package io.fluxlab.diagnosis;

import io.fluxlab.trail.PlaceOfWork.Position;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where the tasks of a run were when they were looked at, at regular intervals. Immutable.
 *
 * @param looks how often that was
 * @param tasks how many tasks had started and not ended, on average
 * @param sites where they were; a task that waits for work on a thread that is not in it counts as that thread
 */
public record Samples(int looks, double tasks, List<Site> sites) {

    /** Nobody looked. */
    public static final Samples NONE = new Samples(0, 0, List.of());

    public Samples {
        sites = List.copyOf(sites);
    }

    /** How often any task was seen. */
    public double count() {
        return sites.stream().mapToDouble(Site::samples).sum();
    }

    /** Which part of the tasks' time was spent so, from 0 to 1. */
    public double share(Predicate<Site> chosen) {
        double all = count();
        return all == 0
                ? 0
                : sites.stream().filter(chosen).mapToDouble(Site::samples).sum() / all;
    }

    /** Which part of the tasks' time was spent with this. */
    public double share(Activity... activities) {
        Collection<Activity> chosen = List.of(activities);
        return share(site -> chosen.contains(site.activity()));
    }

    /** How many did this at once, on average over all looks. */
    public double atOnce(Predicate<Site> chosen) {
        return looks == 0
                ? 0
                : sites.stream().filter(chosen).mapToDouble(Site::samples).sum() / looks;
    }

    /** Where most of these were seen. */
    public Optional<Site> most(Predicate<Site> chosen) {
        return sites.stream().filter(chosen).max(Comparator.comparingDouble(Site::samples));
    }

    /** Which part of the tasks' time was spent waiting for what another thread may do meanwhile, from 0 to 1. */
    double pending() {
        return share(Samples::isPending);
    }

    static boolean isPending(Site site) {
        return site.activity().waitsForOthers() && !isElsewhere(site);
    }

    /** Whether a site is on threads that are neither the lane's nor the home loop's. */
    static boolean isElsewhere(Site site) {
        return site.position() == Position.ELSEWHERE && !site.threads().isEmpty();
    }
}
