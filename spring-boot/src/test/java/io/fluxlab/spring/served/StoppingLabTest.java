package io.fluxlab.spring.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.spring.ServiceLab;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

/** Alone with its application: one that stops takes Reactor Netty's threads from all others in the same JVM. */
class StoppingLabTest {

    @Test
    void labThatStopsIs503() throws Exception {
        try (var stopping = Application.start("fluxlab.stop-within=10m");
                var asking = new Http(stopping)) {
            Disposable goesOn = stopping.getBean(ServiceLab.class)
                    .run(LabProblemsTest.ENDLESS)
                    .subscribe(event -> {}, error -> {});
            Thread closing = Thread.ofPlatform().start(stopping::close);

            await().untilAsserted(() -> assertThat(LabProblemsTest.problem(asking.get("/run/answer/immediate"), 503))
                    .containsEntry("code", "lab-stopping"));

            goesOn.dispose();
            closing.join();
        }
    }
}
