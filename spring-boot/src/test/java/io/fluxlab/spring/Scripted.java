package io.fluxlab.spring;

import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

/** Workloads of an application in tests: one that ends, one that does not, one that fails. */
@Configuration(proxyBeanMethods = false)
class Scripted {

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
    Workload<?> failing() {
        Callable<Integer> body = () -> {
            throw new IllegalStateException("boom");
        };
        return Workload.of("failing", body);
    }
}
