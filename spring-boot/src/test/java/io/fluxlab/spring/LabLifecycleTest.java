package io.fluxlab.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.test.StepVerifier;

class LabLifecycleTest {

    private static final Map<String, Object> ONE = Map.of("tasks", 1, "calls", 1);
    private static final RunRequest ENDLESS =
            RunRequest.of("endless", "virtual").with(ONE);
    private static final RunRequest ANSWER =
            RunRequest.of("answer", "immediate").with(ONE);

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(LabAutoConfiguration.class))
            .withUserConfiguration(Scripted.class);

    @Test
    void whatGoesOnAfterTheTimeForThatIsEndedAndTheEndIsTold() {
        List<RunEvent> events = new CopyOnWriteArrayList<>();
        runner.withPropertyValues("fluxlab.stop-within=50ms").run(context -> {
            ServiceLab lab = context.getBean(ServiceLab.class);
            lab.run(ENDLESS).subscribe(events::add, error -> {});
            await().untilAsserted(() -> assertThat(events).hasAtLeastOneElementOfType(RunEvent.TaskItems.class));

            context.getSourceApplicationContext(ConfigurableApplicationContext.class)
                    .close();

            assertThat(events.getLast())
                    .isInstanceOfSatisfying(
                            RunEvent.RunFinished.class,
                            end -> assertThat(end.status()).isEqualTo(RunEvent.Status.CANCELLED));
            assertThat(lab.running()).isEmpty();
            assertThat(lab.hasLetGo()).isTrue();
        });
    }

    @Test
    void comparisonThatGoesOnFailsWithTheReason() {
        CountDownLatch started = new CountDownLatch(1);
        List<Throwable> errors = new CopyOnWriteArrayList<>();
        runner.withPropertyValues("fluxlab.stop-within=0s").run(context -> {
            context.getBean(ServiceLab.class)
                    .compare(ComparisonRequest.of("endless")
                            .on("virtual", "parallel")
                            .with(ONE))
                    .subscribe(event -> started.countDown(), errors::add);
            started.await();

            context.getSourceApplicationContext(ConfigurableApplicationContext.class)
                    .close();

            assertThat(errors)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            RejectedRequestException.class,
                            error -> assertThat(error.code()).isEqualTo("lab-stopping"));
        });
    }

    @Test
    void nothingStartsAfterTheStop() {
        runner.run(context -> {
            ServiceLab lab = context.getBean(ServiceLab.class);
            context.getSourceApplicationContext(ConfigurableApplicationContext.class)
                    .close();

            StepVerifier.create(lab.run(ANSWER))
                    .verifyErrorSatisfies(error -> assertThat(error).hasMessageContaining("the application stops"));
        });
    }

    @Test
    void noThreadIsLeft() {
        Set<Thread> before = threads();

        runner.run(
                context -> StepVerifier.create(context.getBean(ServiceLab.class).run(ANSWER))
                        .thenConsumeWhile(event -> true)
                        .verifyComplete());

        await().untilAsserted(() -> assertThat(before).containsAll(threads()));
    }

    @Test
    void moreAtOnceThanMayBeIsRefused() {
        runner.withPropertyValues("fluxlab.limits.runs=1").run(context -> {
            ServiceLab lab = context.getBean(ServiceLab.class);
            var one = lab.run(ENDLESS).subscribe(event -> {}, error -> {});

            StepVerifier.create(lab.run(ANSWER))
                    .verifyErrorSatisfies(error -> assertThat(error).hasMessage("runs must be at most 1, was 2"));

            one.dispose();
            StepVerifier.create(lab.run(ANSWER)).thenConsumeWhile(event -> true).verifyComplete();
        });
    }

    private static Set<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("awaitility"))
                .collect(Collectors.toSet());
    }
}
