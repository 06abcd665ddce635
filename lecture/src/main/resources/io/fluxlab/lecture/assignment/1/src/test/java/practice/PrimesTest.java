package practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PrimesTest {
    private static final List<Range> RANGES = List.of(new Range(3, 10), new Range(11, 20), new Range(21, 30));
    private static final List<List<Integer>> FOUND = List.of(List.of(3, 5, 7), List.of(11, 13, 17, 19), List.of(23, 29));

    @Test
    void findsThePrimesOfARange() {
        assertEquals(List.of(11, 13, 17, 19), Primes.findPrimes(20, 11));
    }

    @Test
    void beginsWithThree() {
        assertEquals(List.of(3, 5, 7), Primes.findPrimes(10));
    }

    @Test
    void searchesSequentially() {
        assertEquals(FOUND, Primes.sequentially(RANGES, Primes::findPrimes));
    }

    @Test
    void searchesInThreads() throws Exception {
        assertEquals(FOUND, Primes.inThreads(RANGES, Primes::findPrimes));
    }

    @Test
    void searchesInProcesses() throws Exception {
        assertEquals(FOUND, Primes.inProcesses(RANGES, Launcher.ofJvms()));
    }

    @Test
    void measuresAllThree() throws Exception {
        assertTrue(Primes.measure(RANGES, Primes::findPrimes, Launcher.ofJvms())
                .keySet()
                .containsAll(List.of("sequential", "threads", "processes")));
    }
}
