package io.fluxlab.catalog;

import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.parameter.Names;
import io.fluxlab.stage.Stages;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A stage as a text declares it: {@code parse:burn=5ms}. Immutable.
 *
 * @param name the stage's name
 * @param work what it does
 * @param nanos how long, in nanoseconds
 * @param concurrency how many elements of a task may be in it at once; null is any number
 * @param prefetch how many items of each result are asked for ahead; null is the usual number
 */
record BuiltInStage(
        String name,
        Work work,
        long nanos,
        @Nullable Integer concurrency,
        @Nullable Integer prefetch) {

    /** What a stage can do. */
    enum Work {
        /** Waits, and holds no thread. */
        SLEEP,
        /** Computes. */
        BURN,
        /** Waits, and holds its thread. */
        BLOCK;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String PARAMETER = "stages";
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern TIME = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ns|us|µs|ms|s)");
    private static final List<String> SETTINGS = List.of("sleep", "burn", "block", "concurrency", "prefetch");
    private static final long MOST_NANOS = Duration.ofMinutes(10).toNanos();
    private static final int MOST_STAGES = 16;
    private static final int MOST_CHARACTERS = 40;
    private static final int MOST_AT_ONCE = 1_000_000;

    /**
     * The stages of a text, with commas between them.
     *
     * @throws InvalidRequestException saying what is wrong with it, and what would be right
     */
    static List<BuiltInStage> readAll(String text) {
        List<BuiltInStage> stages = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (String part : text.split(",", -1)) {
            BuiltInStage stage = read(part.strip());
            if (!names.add(stage.name())) {
                throw wrong(text, "the stage %s is there twice: name each once".formatted(stage.name()));
            }
            stages.add(stage);
        }
        if (stages.size() > MOST_STAGES) {
            throw wrong(text, "stages must be between 1 and %d, were %d".formatted(MOST_STAGES, stages.size()));
        }
        return stages;
    }

    private static BuiltInStage read(String text) {
        String[] parts = text.split(":", -1);
        String name = parts[0].strip();
        if (!NAME.matcher(name).matches() || name.length() > MOST_CHARACTERS || parts.length < 2) {
            throw wrong(
                    text,
                    "a stage must be name:sleep=TIME, name:burn=TIME or name:block=TIME with a kebab-case name of at most %d characters, was \"%s\""
                            .formatted(MOST_CHARACTERS, Names.shortened(text)));
        }
        BuiltInStage stage = new BuiltInStage(name, Work.SLEEP, -1, null, null);
        for (String part : List.of(parts).subList(1, parts.length)) {
            stage = stage.with(part, text);
        }
        if (stage.nanos < 0) {
            throw wrong(
                    text, "the stage %s must sleep, burn or block, was \"%s\"".formatted(name, Names.shortened(text)));
        }
        return stage;
    }

    private BuiltInStage with(String setting, String text) {
        int equals = setting.indexOf('=');
        String key = (equals < 0 ? setting : setting.substring(0, equals)).strip();
        String value = equals < 0 ? "" : setting.substring(equals + 1).strip();
        return switch (key) {
            case "concurrency" -> new BuiltInStage(name, work, nanos, number(key, value, text), prefetch);
            case "prefetch" -> new BuiltInStage(name, work, nanos, concurrency, number(key, value, text));
            default -> {
                Work found = Stream.of(Work.values())
                        .filter(each -> each.id().equals(key))
                        .findFirst()
                        .orElseThrow(() -> wrong(
                                text,
                                "unknown setting %s of the stage %s%s"
                                        .formatted(Names.shortened(key), name, Names.hint(key, SETTINGS))));
                if (nanos >= 0) {
                    throw wrong(
                            text, "the stage %s does two things: give it one of sleep, burn, block".formatted(name));
                }
                yield new BuiltInStage(name, found, time(value, text), concurrency, prefetch);
            }
        };
    }

    private static int number(String key, String value, String text) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= MOST_AT_ONCE) {
                return number;
            }
        } catch (NumberFormatException e) { // said below
        }
        throw wrong(
                text, "%s must be between 1 and %d, was \"%s\"".formatted(key, MOST_AT_ONCE, Names.shortened(value)));
    }

    private static long time(String value, String text) {
        Matcher matcher = TIME.matcher(value);
        if (matcher.matches()) {
            double unit = switch (matcher.group(2)) {
                case "ns" -> 1;
                case "ms" -> 1e6;
                case "s" -> 1e9;
                default -> 1e3;
            };
            double nanos = Double.parseDouble(matcher.group(1)) * unit;
            if (nanos <= MOST_NANOS) {
                return Math.round(nanos);
            }
        }
        throw wrong(
                text,
                "a stage's time must be a number with ns, us, ms or s behind it, of at most 600s, was \"%s\""
                        .formatted(Names.shortened(value)));
    }

    /** The pipeline of which this is the last stage, with what bounds it. */
    <T> Stages<T> bounding(Stages<T> pipeline) {
        Stages<T> bounded = concurrency == null ? pipeline : pipeline.concurrency(concurrency);
        return prefetch == null ? bounded : bounded.prefetch(prefetch);
    }

    /** Does it, with an order that goes on as it is. */
    Object apply(Object order, TaskContext context) throws Exception {
        return switch (work) {
            case SLEEP -> Mono.delay(Duration.ofNanos(nanos), context.timer()).thenReturn(order);
            case BURN -> {
                long unused = CpuWork.burn(order.hashCode(), nanos);
                yield order;
            }
            case BLOCK ->
                context.blocking(() -> {
                    Thread.sleep(Duration.ofNanos(nanos));
                    return order;
                });
        };
    }

    private static InvalidRequestException wrong(String text, String message) {
        return InvalidRequestException.of(PARAMETER, text, PARAMETER + ": " + message);
    }
}
