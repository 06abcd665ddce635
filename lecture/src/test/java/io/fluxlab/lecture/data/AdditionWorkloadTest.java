package io.fluxlab.lecture.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.comparison.ComparisonEvent.Verdict;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lecture.data.AdditionWorkload.Parameters;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdditionWorkloadTest extends WorkloadContract<Parameters> {

    @Override
    protected Workload<Parameters> workload() {
        return new AdditionWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("tasks", 30, "times", 3);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("times", 1_000_000_000);
    }

    @Test
    void eachTypeIsAddedInItsOwnWay() {
        assertThat(sums("1 + 2", "\"ab\" + \"c\"", "[1, \"a\"] + [2]"))
                .containsExactly(
                        new Added("integer", 1L, 2L, 3L),
                        new Added("string", "ab", "c", "abc"),
                        new Added("list", List.of(1L, "a"), List.of(2L), List.of(1L, "a", 2L)));
    }

    @Test
    void bigIntegersDoNotOverflow() {
        assertThat(sums("9223372036854775807 + 1", "99999999999999999999 + -100000000000000000000"))
                .extracting(added -> ((Added) added).sum())
                .containsExactly("9223372036854775808", -1L);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '#',
            delimiter = ';',
            value = {
                "1 + \"a\"; integer + string: both operands of + must be of one type, was 1 + \"a\"",
                "\"a\" + [1]; string + list: both operands of + must be of one type, was \"a\" + [1]",
                "[1] + 1; list + integer: both operands of + must be of one type, was [1] + 1",
            })
    void mixedTypesFailTheirOwnTaskOnly(String mixed, String message) {
        RunLog run = run("parallel", Map.of("sums", List.of("1 + 1", mixed, "\"x\" + \"y\"")));

        assertThat(run.all(TaskFailed.class)).singleElement().satisfies(failed -> {
            assertThat(failed.task()).isEqualTo(1);
            assertThat(failed.error().code()).isEqualTo("mixed-types");
            assertThat(failed.error().message()).isEqualTo(message);
        });
        assertThat(run.finished().status()).isEqualTo(Status.FAILED);
        assertThat(run.items()).containsOnlyKeys(0, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1 +",
                "1 + x",
                "1.5 + 2",
                "true + false",
                "null + null",
                "[null] + [1]",
                "1 + 2 + 3",
                "'a' + 'b'"
            })
    void whatIsNoAdditionIsRefused(String sum) {
        assertThatThrownBy(() -> schema().read(Map.of("sums", List.of(sum))))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("sums[0]")
                .hasMessageContaining("like 1 + 2");
    }

    @Test
    void plusWithinAStringIsPartOfIt() {
        assertThat(sums("\"a + b\" + \"+\"")).containsExactly(new Added("string", "a + b", "+", "a + b+"));
    }

    @Test
    void randomOperandsAreOfEveryType() {
        assertThat(run("virtual", Map.of("tasks", 300, "times", 1)).flatItems())
                .hasSize(300)
                .extracting(added -> ((Added) added).type())
                .contains("integer", "string", "list");
    }

    /** A comparison fails where lanes disagree. */
    @Test
    void everyLaneAddsAlike() {
        ComparisonRequest request = ComparisonRequest.of("addition")
                .on("immediate", "event-loop", "bounded-elastic", "parallel", "virtual")
                .rounds(2, 0);

        assertThat(lab().compare(request).ofType(Verdict.class).blockLast()).isNotNull();
    }

    private List<Object> sums(String... sums) {
        return run("virtual", Map.of("sums", List.of((Object[]) sums))).flatItems();
    }
}
