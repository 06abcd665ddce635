package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RunCommandTest {
    @Test
    void itemsGoToStandardOutputAndFiguresToStandardError() {
        var run = CommandRun.of("run", "primes", "-p", "to=30", "-p", "tasks=1", "--lane", "parallel");

        assertThat(run.status()).isZero();
        assertThat(run.outLines()).containsExactly("2", "3", "5", "7", "11", "13", "17", "19", "23", "29");
        assertThat(run.errLines()).first().asString().endsWith("1 task on parallel");
        assertThat(run.errLines())
                .anySatisfy(line -> assertThat(line).startsWith("primes on parallel, completed: 1 task, 10 items in "));
        assertThat(run.err()).contains("  bystander  p50 ");
    }

    @Test
    void laneThatNobodyNamedIsSaid() {
        var run = CommandRun.of("run", "primes", "-p", "to=30", "--no-bystander");

        assertThat(run.errLines()).contains("on lane parallel; choose another with --lane");
        assertThat(run.err()).doesNotContain("bystander  ");
    }

    @Test
    void aTraceTellsWhatThreadsDid() {
        var run = CommandRun.of(
                "run", "deadlock", "-p", "remedy=order", "-p", "takers=2", "--lane", "bounded-elastic", "--trace");

        assertThat(run.errLines())
                .anySatisfy(line -> assertThat(line).matches("  trace +\\S+ \\S+  fluxlab-bounded-elastic-1 +runs"))
                .anySatisfy(line -> assertThat(line).matches(" +\\S+ \\S+  taker-[12] +has got lock-1"))
                .last()
                .asString()
                .matches(" +and [\\d,]+ more; --json has up to 2,000 of a task");
        assertThat(run.err()).doesNotContain("nothing is known");
    }

    @Test
    void aTraceTellsWhatThreadsOfChildProcessesDid() {
        var run = CommandRun.of("run", "count", "-p", "n=1000", "-p", "tasks=1", "--lane", "process", "--trace");

        assertThat(run.errLines())
                .anySatisfy(line -> assertThat(line).matches(" +\\S+ \\S+  pid \\d+ worker +runs"))
                .anySatisfy(line -> assertThat(line).matches(" +\\S+ \\S+  pid \\d+ worker +is done"));
        assertThat(run.err()).doesNotContain("nothing is known");
    }

    @Test
    void aTraceIsAnEventOfEachTask() throws IOException {
        var traced = CommandRun.of("run", "primes", "-p", "to=30", "-p", "tasks=2", "--json", "--trace");
        var plain = CommandRun.of("run", "primes", "-p", "to=30", "-p", "tasks=2", "--json");

        assertThat(traced.outLines())
                .filteredOn(line -> line.contains("\"type\":\"task-trace\""))
                .hasSize(2)
                .allSatisfy(line -> assertThat(line).contains("\"kind\":\"running\"", "\"kind\":\"ended\""));
        assertThat(plain.out()).doesNotContain("task-trace");
    }

    @Test
    void jsonIsOneEventALineAndNothingElse() throws IOException {
        var run = CommandRun.of("run", "primes", "-p", "to=30", "--json");

        long seq = 0;
        for (String line : run.outLines()) {
            assertThat(new ObjectMapper().readTree(line).at("/seq").asLong()).isGreaterThanOrEqualTo(seq++);
        }
        assertThat(run.outLines()).last().asString().contains("\"type\":\"run-finished\"");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void unknownWorkloadIsAnsweredWithTheNearest() {
        var run = CommandRun.of("run", "prims");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errLines()).containsExactly("fluxlab: unknown workload prims; did you mean primes?");
    }

    @Test
    void classpathIsExplainedAndComesTooLateHere() {
        assertThat(CommandRun.of("run", "--help").out()).contains("--classpath=PATH");
        assertThat(CommandRun.of("serve", "--help").out()).contains("--classpath=PATH");

        var run = CommandRun.of("run", "primes", "--classpath", "own.jar");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.errLines()).first().asString().startsWith("fluxlab: --classpath own.jar: ");
    }

    @Test
    void concurrencyOfNoneIsRefused() {
        var run = CommandRun.of("run", "primes", "--concurrency", "0");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("--concurrency: concurrency must be between 1 and 1000000, was 0");
    }
}
