package io.fluxlab.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.run.RunRequest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import reactor.test.StepVerifier;

class LabAutoConfigurationTest {

    private static final RunRequest ANSWER =
            RunRequest.of("answer", "immediate").with(Map.of("tasks", 3, "calls", 1));

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(LabAutoConfiguration.class))
            .withUserConfiguration(Scripted.class);

    @Test
    void labHasTheWorkloadsOfTheApplicationBesideThoseOnTheClassPath() {
        runner.run(context -> StepVerifier.create(context.getBean(Lab.class)
                        .workloads()
                        .map(WorkloadInfo::name)
                        .collectList())
                .assertNext(names -> assertThat(names).contains("answer", "endless", "primes"))
                .verifyComplete());
    }

    @Test
    void customizerHasTheLastWord() {
        runner.withBean(LabCustomizer.class, () -> builder -> builder.workload(new Renamed("added")))
                .run(context -> StepVerifier.create(context.getBean(Lab.class)
                                .workloads()
                                .map(WorkloadInfo::name)
                                .collectList())
                        .assertNext(names -> assertThat(names).contains("added"))
                        .verifyComplete());
    }

    @Test
    void labOfTheApplicationReplacesThisOne() {
        runner.withBean("mine", Lab.class, LocalLab::create).run(context -> {
            assertThat(context).hasSingleBean(Lab.class).doesNotHaveBean(LabLifecycle.class);
            assertThat(context.getBean(Lab.class)).isInstanceOf(LocalLab.class);
        });
    }

    @Test
    void propertiesBoundTheRuns() {
        runner.withPropertyValues("fluxlab.limits.tasks-per-run=2")
                .run(context -> StepVerifier.create(context.getBean(Lab.class).run(ANSWER))
                        .verifyErrorSatisfies(error -> assertThat(error).hasMessageContaining("at most 2, was 3")));
    }

    @ParameterizedTest
    @CsvSource({
        "fluxlab.verdicts=-1, fluxlab.verdicts must be at least 0",
        "fluxlab.stop-within=-1s, fluxlab.stop-within must be at least 0s",
        "fluxlab.limits.runs=0, fluxlab.limits.runs must be at least 1",
        "fluxlab.limits.run-time=0s, fluxlab.limits.run-time must be longer than 0s",
        "fluxlab.limits.threads=0, fluxlab.limits.threads must be at least 1",
    })
    void wrongPropertyIsNamedAtTheStart(String property, String message) {
        runner.withPropertyValues(property)
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining(message));
    }
}
