package practice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class ThreadsTest {

    @Test
    void keepsWhatWasSet() {
        PrivateData data = new PrivateData();

        assertEquals(Optional.empty(), data.get());
        data.set("mine");
        assertEquals(Optional.of("mine"), data.get());
        data.remove();
        assertEquals(Optional.empty(), data.get());
    }

    @Test
    void eachThreadTellsItsNameAndItsData() throws Exception {
        Set<String> told = new ConcurrentSkipListSet<>();

        Threads.start(Map.of("ann", "1", "bob", "2"), new PrivateData(), data -> {}, told::add)
                .join();

        assertEquals(Set.of("ann: 1", "bob: 2"), told);
    }

    @Test
    void jobsOfAPoolSeeTheirData() throws Exception {
        Set<String> seen = new ConcurrentSkipListSet<>();

        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            Threads.inPool(pool, List.of("1", "2", "3"), new PrivateData(), data -> seen.add(data.get().orElse("none")));
        }

        assertEquals(Set.of("1", "2", "3"), seen);
    }
}
