package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxlab.client.LabClient;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.WatchRequest;
import java.time.Duration;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Disposable;

/** A served lab that is killed while it keeps a run. */
class KilledServerIT extends HistoryCommandFixture {

    /** How often a server is killed: -Dfluxlab.kills=100 takes its time. */
    private static final int KILLS = Integer.getInteger("fluxlab.kills", 2);

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    /** What somebody has seen a second before the server is killed is kept, and a restarted one says where the run was lost. */
    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS)
    void aServerThatIsKilledLosesNothingThatIsOlderThanASecond() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            String run;
            long seen;
            try (var server = serve()) {
                String lab = tcp(server);
                run = ran(
                                "run",
                                "sleep",
                                "-p",
                                "tasks=1000000",
                                "-p",
                                "minMillis=1",
                                "-p",
                                "maxMillis=1",
                                "-p",
                                "style=async",
                                "--lane",
                                "virtual",
                                "--concurrency",
                                "20",
                                "--detach",
                                "--server",
                                lab)
                        .out()
                        .strip();
                seen = seenASecondBeforeItIsKilled(server, lab, run);
            }
            try (var server = serve()) {
                String lab = tcp(server);
                JsonNode kept = kept(run, "--server", lab);
                long last = kept.at("/events/last").asLong();
                assertThat(kept.at("/state").asText()).isEqualTo("lost");
                assertThat(last).isGreaterThanOrEqualTo(seen);

                var watched = CommandRun.of("watch", run, "--json", "--server", lab);
                assertThat(watched.status()).isEqualTo(1);
                assertThat(watched.err()).contains(run + " was lost at event " + last + ":");
                assertThat((long) watched.outLines().size())
                        .isEqualTo(kept.at("/events/count").asLong());
                assertThat(new ObjectMapper()
                                .readTree(watched.outLines().getLast())
                                .at("/seq")
                                .asLong())
                        .isEqualTo(last);
                server.signal("KILL");
                server.status();
            }
        }
    }

    /** Kills it at any moment of the second after there is something to lose. */
    private static long seenASecondBeforeItIsKilled(FluxlabProcess server, String lab, String run) throws Exception {
        var times = new ConcurrentSkipListMap<Long, Long>();
        try (LabClient client = LabClient.connect(lab)) {
            AtomicLong newest = new AtomicLong(-1);
            Disposable watching = client.watch(new WatchRequest(run, null))
                    .map(KeptEvent::seq)
                    .subscribe(
                            seq -> {
                                newest.set(seq);
                                times.put(System.nanoTime(), seq);
                            },
                            gone -> {});
            await().atMost(ServeProcess.PATIENCE).until(() -> newest.get() >= 0);
            long enough =
                    System.nanoTime() + SECOND + ThreadLocalRandom.current().nextLong(SECOND);
            await().atMost(ServeProcess.PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> System.nanoTime() >= enough);
            long killed = System.nanoTime();
            server.signal("KILL");
            server.status();
            watching.dispose();
            var before = times.floorEntry(killed - SECOND);
            return before == null ? 0 : before.getValue();
        }
    }
}
