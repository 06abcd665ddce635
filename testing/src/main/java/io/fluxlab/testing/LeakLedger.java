package io.fluxlab.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The leaks that were reported since they were last taken. Thread-safe. */
final class LeakLedger {
    private final Queue<String> leaks = new ConcurrentLinkedQueue<>();

    void report(String resource, String records) {
        leaks.add(resource + " was not released before it became unreachable." + records);
    }

    List<String> take() {
        var taken = new ArrayList<String>();
        for (var leak = leaks.poll(); leak != null; leak = leaks.poll()) {
            taken.add(leak);
        }
        return taken;
    }
}
