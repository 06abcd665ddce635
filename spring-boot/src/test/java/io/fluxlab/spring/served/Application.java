package io.fluxlab.spring.served;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.lab.Lab;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An application with HTTP and RSocket, on ports that are free. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class Application {

    static ConfigurableApplicationContext start(String... properties) {
        return new SpringApplicationBuilder(Application.class)
                .properties(
                        "server.port=0",
                        "spring.rsocket.server.port=0",
                        "spring.main.banner-mode=off",
                        "logging.level.root=warn",
                        "management.endpoints.web.exposure.include=fluxlab,metrics",
                        "fluxlab.rsocket.enabled=true",
                        "fluxlab.stop-within=100ms")
                .properties(properties)
                .run();
    }

    @Bean
    Workload<?> answer() {
        Callable<Integer> body = () -> 42;
        return Workload.of("answer", body);
    }

    @Bean
    Workload<?> endless() {
        return Workload.of("endless", () -> Flux.interval(Duration.ofMillis(1)));
    }

    @Bean
    Workload<?> nap() {
        return Workload.of("nap", () -> Mono.delay(Duration.ofMillis(200)));
    }

    @Bean
    Workload<?> unwritable() {
        Callable<Object> body = Object::new;
        return Workload.of("unwritable", body);
    }

    @RestController
    static final class Runs {

        private static final Map<String, Object> ONE = Map.of("tasks", 1, "calls", 1);

        private final Lab lab;

        Runs(Lab lab) {
            this.lab = lab;
        }

        @GetMapping(path = "/run/{workload}/{lane}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
        Flux<RunEvent> run(@PathVariable String workload, @PathVariable String lane) {
            return lab.run(RunRequest.of(workload, lane).with(ONE));
        }

        @GetMapping("/compare/{workload}")
        Flux<ComparisonEvent> compare(@PathVariable String workload) {
            return lab.compare(ComparisonRequest.of(workload)
                    .on("immediate", "parallel")
                    .with(ONE)
                    .rounds(2, 0));
        }
    }
}
