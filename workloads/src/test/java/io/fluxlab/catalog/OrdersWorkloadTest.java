package io.fluxlab.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fluxlab.catalog.OrdersWorkload.Parameters;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdersWorkloadTest extends WorkloadContract<Parameters> {

    @Override
    protected Workload<Parameters> workload() {
        return new OrdersWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of(
                "tasks", 3, "stages", "fetch:sleep=1ms,parse:burn=100us:concurrency=4,store:block=1ms:prefetch=2");
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("tasks", 3, "stages", "store:block=600s");
    }

    @Test
    void stagesAreThoseThatTheTextDeclares() {
        assertThat(workload().stages(schema().read(brief()))).containsExactly("fetch", "parse", "store");
        assertThat(run("event-loop", brief()).flatItems()).containsExactlyInAnyOrder(0, 1, 2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "fetch:slep=20ms      | unknown setting slep of the stage fetch; did you mean sleep?",
                "parse:burn=5         | a stage's time must be a number with ns, us, ms or s behind it, of at most 600s, was \"5\"",
                "store:block=11min    | a stage's time must be a number with ns, us, ms or s behind it, of at most 600s, was \"11min\"",
                "store:block=601s     | a stage's time must be a number with ns, us, ms or s behind it, of at most 600s, was \"601s\"",
                "fetch                | a stage must be name:sleep=TIME, name:burn=TIME or name:block=TIME",
                "Fetch:sleep=1ms      | a stage must be name:sleep=TIME, name:burn=TIME or name:block=TIME",
                "a:sleep=1ms,a:burn=1ms | the stage a is there twice: name each once",
                "a:sleep=1ms:burn=1ms | the stage a does two things: give it one of sleep, burn, block",
                "a:concurrency=2      | the stage a must sleep, burn or block, was \"a:concurrency=2\"",
                "a:sleep=1ms:concurrency=0 | concurrency must be between 1 and 1000000, was \"0\""
            })
    void mistakeInATextSaysWhatIsWrongAndWhatWouldBeRight(String stages, String message) {
        assertThat(catchThrowableOfType(InvalidRequestException.class, () -> schema().read(Map.of("stages", stages)))
                        .fields())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo("stages");
                    assertThat(error.message()).startsWith("stages: " + message);
                });
    }
}
