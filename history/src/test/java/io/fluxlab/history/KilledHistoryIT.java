package io.fluxlab.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunState;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Processes that keep a run and are killed, one after the other, in one folder. */
class KilledHistoryIT extends HistoryFixture {

    /** How often: -Dfluxlab.kills=100 takes its time. */
    private static final int KILLS = Integer.getInteger("fluxlab.kills", 5);

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS)
    void nothingIsLostThatIsOlderThanASecond() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            String run = "run-" + kill;
            long emitted = emittedASecondBeforeTheKill(run);

            History history = open();
            KeptRun kept = kept(history, run);
            assertThat(kept.state()).isEqualTo(RunState.LOST);
            assertThat(kept.events().last()).as("kill " + kill).isGreaterThanOrEqualTo(emitted);
            List<Long> numbers = watch(history, run, 0)
                    .map(KeptEvent::seq)
                    .onErrorComplete()
                    .collectList()
                    .block(PATIENCE);
            assertThat(numbers)
                    .isEqualTo(LongStream.rangeClosed(0, kept.events().last())
                            .boxed()
                            .toList());
            close(history);
        }
    }

    private long emittedASecondBeforeTheKill(String run) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KeepingProcess.class.getName(),
                        settings().location(),
                        run)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        TreeMap<Long, Long> times = new TreeMap<>();
        try (BufferedReader lines = process.inputReader()) {
            String line = lines.readLine();
            assertThat(line).as("the first number").isNotNull();
            long enough =
                    System.nanoTime() + SECOND + ThreadLocalRandom.current().nextLong(SECOND);
            while (System.nanoTime() < enough) {
                times.put(System.nanoTime(), Long.parseLong(line));
                line = lines.readLine();
            }
            long killed = System.nanoTime();
            process.destroyForcibly();
            process.waitFor();
            var before = times.floorEntry(killed - SECOND);
            return before == null ? 0 : before.getValue();
        }
    }
}
