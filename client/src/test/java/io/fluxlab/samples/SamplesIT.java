package io.fluxlab.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.client.ClientOptions;
import io.fluxlab.client.LabClient;
import io.fluxlab.client.UnreachableLabException;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunRequest;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.ServerSettings;
import io.fluxlab.wire.WireFormat;
import io.fluxlab.workload.Workload;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** The samples of the documentation do what it says. */
class SamplesIT {

    @Test
    void labInTheServiceItself() {
        Lab lab = LocalLab.create();

        LabService service = new LabService(lab);

        StepVerifier.create(service.primes(30).collectList())
                .assertNext(primes ->
                        assertThat(primes).containsExactlyInAnyOrder(2L, 3L, 5L, 7L, 11L, 13L, 17L, 19L, 23L, 29L))
                .verifyComplete();
    }

    @Test
    void workloadOfTheService() {
        Lab lab = LocalLab.builder()
                .workload(Workload.of("checksum", () -> {
                    CRC32 crc = new CRC32();
                    crc.update(new byte[100_000]);
                    return crc.getValue();
                }))
                .build();
        LabService service = new LabService(lab);

        StepVerifier.create(service.bestLane("checksum").flux().collectList()) // a busy machine may show too little
                .assertNext(best -> assertThat(best).isSubsetOf("immediate", "bounded-elastic", "parallel", "virtual"))
                .verifyComplete();
    }

    @Test
    void labElsewhere() {
        LabServer server = LabServer.start(
                        LocalLab.create(), ServerSettings.defaults().withPorts(0, 0))
                .block();
        String host = "127.0.0.1:" + server.address().getPort();

        LabClient lab = LabClient.connect("tcp://" + host);
        LabService service = new LabService(lab);

        StepVerifier.create(service.primes(30)).expectNextCount(10).verifyComplete();
        StepVerifier.create(service.itemsWithin(
                        Duration.ofMillis(50), RunRequest.of("count", "virtual").with(Map.of("n", 1_000_000_000_000L))))
                .expectNext(0L)
                .verifyComplete();
        lab.close();
        server.stop(Duration.ZERO).block();
    }

    @Test
    void labThatIsNotThere() {
        ClientOptions options = ClientOptions.DEFAULT.with(WireFormat.JSON).withConnectTimeout(Duration.ofSeconds(1));
        LabClient lab = LabClient.connect(URI.create("tcp://127.0.0.1:1"), options);

        Mono<String> answer = new LabService(lab)
                .bestLane("count")
                .onErrorResume(InvalidRequestException.class, wrong -> Mono.just("wrong: " + wrong.fields()))
                .onErrorResume(UnreachableLabException.class, gone -> Mono.just("no lab at " + gone.uri()));

        StepVerifier.create(answer).expectNext("no lab at tcp://127.0.0.1:1").verifyComplete();
        lab.close();
    }
}
