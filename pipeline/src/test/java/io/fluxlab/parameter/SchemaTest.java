package io.fluxlab.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.fluxlab.error.FieldError;
import io.fluxlab.error.FieldErrors;
import io.fluxlab.error.InvalidRequestException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SchemaTest {

    enum Mode {
        QUICK,
        VERY_SLOW
    }

    record Part(
            @Param("where it begins") long from,
            @Param("where it ends") long to) {

        static Part parse(String text) {
            PARSED.incrementAndGet();
            String[] ends = text.split("-", -1);
            if (ends.length != 2) {
                throw new IllegalArgumentException("two numbers, such as 3-9");
            }
            return new Part(Long.parseLong(ends[0]), Long.parseLong(ends[1]));
        }
    }

    record Job(
            @Param(value = "how many tasks", min = 1, max = 100)
            int tasks,

            @Param("how it goes about it") Mode mode,
            @Param("whether it tells") boolean loud,
            @Param("what it is called") String title,
            @Param(value = "its parts", max = 3) List<Part> parts) {

        static final Job DEFAULTS = new Job(4, Mode.QUICK, false, "job", List.of());
    }

    record Order(
            @Param("what") String what,
            @Param("how often") @Nullable Integer times,
            @Param("where") @Nullable Part part,
            @Param("anything else") @Nullable Map<String, Object> more,
            @Param(value = "who", min = 1) @Nullable List<String> who) {}

    record Parts(@Param("as many parts as there are") List<Part> parts) {}

    record Named(@Param(value = "it", max = 8) String name) {}

    private static final AtomicInteger PARSED = new AtomicInteger();

    private final Schema<Job> jobs = Schema.withDefaults("job", Job.DEFAULTS);
    private final Schema<Order> orders = Schema.of("an order", Order.class);

    @Test
    void whatIsNotGivenHasItsDefault() {
        assertThat(jobs.read(Map.of())).isEqualTo(Job.DEFAULTS);
        assertThat(jobs.read(Map.of("tasks", 7)).tasks()).isEqualTo(7);
        assertThat(orders.read(Map.of("what", "tea"))).isEqualTo(new Order("tea", null, null, null, null));
    }

    @Test
    void nullIsAsGoodAsNothing() {
        Map<String, Object> values = new HashMap<>();
        values.put("tasks", null);
        values.put("parts", null);

        assertThat(jobs.read(values)).isEqualTo(Job.DEFAULTS);
    }

    @Test
    void readsEveryType() {
        Map<String, Object> values = Map.of(
                "tasks",
                2L,
                "mode",
                "very-slow",
                "loud",
                true,
                "title",
                "",
                "parts",
                List.of(Map.of("from", 1, "to", 2), "3-9"));

        assertThat(jobs.read(values))
                .isEqualTo(new Job(2, Mode.VERY_SLOW, true, "", List.of(new Part(1, 2), new Part(3, 9))));
    }

    @Test
    void writesWhatItReads() {
        Job job = new Job(9, Mode.VERY_SLOW, true, "x", List.of(new Part(1, 2)));
        Order order = new Order("tea", 2, new Part(1, 2), Map.of("milk", true), List.of("me"));

        assertThat(jobs.read(jobs.write(job))).isEqualTo(job);
        assertThat(orders.read(orders.write(order))).isEqualTo(order);
        assertThat(orders.write(new Order("tea", null, null, null, null))).containsOnlyKeys("what");
    }

    @Test
    void aMissingFieldIsNamedWithWhatItMeans() {
        assertThat(mistakes(orders, Map.of())).containsOnly(Map.entry("what", "what is missing: what"));
        assertThat(mistakes(orders, Map.of("what", "tea", "part", Map.of("from", 1))))
                .containsOnly(Map.entry("part.to", "to is missing: where it ends"));
    }

    @Test
    void anUnknownFieldIsNamedWithTheNearest() {
        assertThat(mistakes(jobs, Map.of("taks", 3)))
                .containsOnly(Map.entry("taks", "taks: no such parameter of job; did you mean tasks?"));
        assertThat(mistakes(jobs, Map.of("colour", 3)))
                .containsOnly(Map.entry(
                        "colour", "colour: no such parameter of job; known are tasks, mode, loud, title, parts"));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnce() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("taks", 3);
        values.put("tasks", 0);
        values.put("mode", "quik");
        values.put("loud", "yes");
        values.put("title", 5);
        values.put("parts", List.of(Map.of("from", "a", "to", 2, "of", 3), "7"));

        assertThat(mistakes(jobs, values))
                .containsOnlyKeys("taks", "tasks", "mode", "loud", "title", "parts[0].from", "parts[0].of", "parts[1]")
                .containsEntry("tasks", "tasks must be between 1 and 100, was 0 (how many tasks)")
                .containsEntry(
                        "mode",
                        "mode must be one of quick, very-slow, was \"quik\" (how it goes about it); did you mean quick?")
                .containsEntry("loud", "loud must be true or false, was \"yes\" (whether it tells)")
                .containsEntry("title", "title must be a text, was 5 (what it is called)")
                .containsEntry("parts[0].from", "from must be a whole number, was \"a\" (where it begins)")
                .containsEntry("parts[1]", "parts[1] must be two numbers, such as 3-9, was \"7\" (its parts)");
    }

    @Test
    void aTextOfSeveralIsAListWhereItsElementsHaveATextForm() {
        assertThat(jobs.read(Map.of("parts", "1-2, 3-9")).parts()).containsExactly(new Part(1, 2), new Part(3, 9));
        assertThat(mistakes(orders, Map.of("what", "tea", "who", "me, you")))
                .containsOnly(Map.entry("who", "who must be a list, was \"me, you\" (who)"));
    }

    @Test
    void aListHasALength() {
        assertThat(mistakes(jobs, Map.of("parts", "1-2,1-2,1-2,1-2")))
                .containsOnly(Map.entry("parts", "parts must be a list of 0 to 3 elements, was one of 4 (its parts)"));
        assertThat(mistakes(orders, Map.of("what", "tea", "who", List.of())))
                .containsOnly(Map.entry("who", "who must be a list of at least 1 elements, was one of 0 (who)"));
    }

    @Test
    void anElementMustNotBeNull() {
        assertThat(mistakes(jobs, Map.of("parts", Arrays.asList("1-2", null)))).containsOnlyKeys("parts[1]");
    }

    @Test
    void whatIsLongIsShownShort() {
        Map<String, String> mistakes = mistakes(jobs, Map.of("mode", "x".repeat(5_000), "y".repeat(100_000), 1));

        assertThat(mistakes.values()).allSatisfy(message -> assertThat(message).hasSizeLessThan(200));
    }

    @Test
    void nothingIsLookedForAfterTwentyMistakes() {
        Map<String, Object> unknown = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            unknown.put("k" + i, i);
        }
        Schema<Parts> longer = Schema.withDefaults("longer", new Parts(List.of()));

        assertThat(mistakes(jobs, unknown)).hasSize(FieldErrors.MOST);
        assertThat(mistakes(longer, Map.of("parts", Collections.nCopies(21_000, Map.of()))))
                .hasSize(FieldErrors.MOST)
                .containsKeys("parts[0].from", "parts[9].to");
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> jobs.read(unknown))
                .withMessageEndingWith("; and 10 more; what else is wrong was not looked for");
    }

    @Test
    void aListIsReadNoFurtherThanItsMistakes() {
        PARSED.set(0);
        Schema<Parts> longer = Schema.withDefaults("longer", new Parts(List.of()));

        assertThat(mistakes(longer, Map.of("parts", Collections.nCopies(20_000, "7"))))
                .hasSize(FieldErrors.MOST);
        assertThat(mistakes(longer, Map.of("parts", "7,".repeat(20_000)))).hasSize(FieldErrors.MOST);
        assertThat(PARSED).hasValue(2 * FieldErrors.MOST);
    }

    @Test
    @Timeout(5)
    void aTextOfSpacesIsCutIntoElementsInNoTime() {
        assertThat(mistakes(jobs, Map.of("parts", "1" + " ".repeat(1_000_000) + "2")))
                .containsOnlyKeys("parts[0]");
    }

    @Test
    void aTextIsNoLongerThanItMayBe() {
        Schema<Named> schema = Schema.of("a name", Named.class);

        assertThat(schema.read(Map.of("name", "x".repeat(8))).name()).hasSize(8);
        assertThat(mistakes(schema, Map.of("name", "x".repeat(9))))
                .containsOnly(Map.entry("name", "name must be a text of at most 8 characters, was \"xxxxxxxxx\" (it)"));
        assertThat(schema.jsonSchema().get("properties"))
                .isEqualTo(Map.of("name", Map.of("type", "string", "maxLength", 8L, "description", "it")));
    }

    private static Map<String, String> mistakes(Schema<?> schema, Map<String, Object> values) {
        InvalidRequestException error = catchThrowableOfType(InvalidRequestException.class, () -> schema.read(values));
        assertThat(error).isNotNull();
        assertThat(error.fields()).extracting(FieldError::field).doesNotHaveDuplicates();
        return error.fields().stream().collect(Collectors.toMap(FieldError::field, FieldError::message));
    }
}
