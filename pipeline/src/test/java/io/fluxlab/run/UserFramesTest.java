package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UserFramesTest {

    @Test
    void framesOfTheUsersAreTold() {
        assertThat(UserFrames.of(
                        frame("java.lang.Thread", "sleep"),
                        frame("com.acme.Orders", "parse"),
                        frame("reactor.core.publisher.MonoCallable", "call"),
                        frame("io.fluxlab.task.TaskExecution", "run")))
                .containsExactly("com.acme.Orders.parse(Orders.java:7)");
    }

    @Test
    void whatTheJdkMakesOfALambdaIsNobodysCode() {
        assertThat(UserFrames.of(
                        frame("com.acme.Orders", "lambda$all$0"),
                        frame("com.acme.Orders$$Lambda/0x000000000762e498", "call")))
                .containsExactly("com.acme.Orders.lambda$all$0(Orders.java:7)");
    }

    private static StackTraceElement frame(String className, String method) {
        return new StackTraceElement(className, method, "Orders.java", 7);
    }
}
