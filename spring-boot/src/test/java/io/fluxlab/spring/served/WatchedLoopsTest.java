package io.fluxlab.spring.served;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.canary.CanaryKind;
import io.fluxlab.canary.CanaryReading;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunRequest;
import io.fluxlab.spring.ServiceLab;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The application's own server is watched while its lab runs something. */
class WatchedLoopsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private static List<CanaryReading> loops(String... properties) {
        try (ConfigurableApplicationContext application = Application.start(properties)) {
            RunRequest request = RunRequest.of("nap", "event-loop").with(Map.of("tasks", 1, "calls", 1));
            return application
                    .getBean(ServiceLab.class)
                    .run(request)
                    .ofType(RunFinished.class)
                    .flatMapIterable(end -> Stream.ofNullable(end.summary().canaries())
                            .flatMap(List::stream)
                            .toList())
                    .collectList()
                    .block(PATIENCE);
        }
    }

    @Test
    void eachLoopOfTheServerHasACanary() {
        assertThat(loops())
                .hasSizeGreaterThan(1)
                .allSatisfy(reading -> assertThat(reading.canary()).isEqualTo(CanaryKind.LOOP))
                .allSatisfy(reading -> assertThat(reading.on()).startsWith("reactor-http-"))
                .extracting(CanaryReading::on)
                .doesNotHaveDuplicates();
    }

    @Test
    void anApplicationMayLeaveThemAlone() {
        assertThat(loops("fluxlab.watch-loops=false")).isEmpty();
    }
}
