package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.load.Arrivals;
import io.fluxlab.load.Load;
import io.fluxlab.load.Quantile;
import io.fluxlab.load.Ramp;
import io.fluxlab.load.Rate;
import io.fluxlab.load.Span;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How tasks arrive, where they are not all there from the beginning. */
final class LoadOptions {

    @Option(
            names = "--rate",
            paramLabel = "RATE",
            converter = RateText.class,
            description =
                    "Have tasks arrive on their own time, so many a second, such as 200/s, each due whether or not "
                            + "earlier ones have ended; the workload's tasks are asked for in turn. Latency counts from when a task "
                            + "was due.")
    private @Nullable Rate rate;

    @Option(
            names = "--ramp",
            paramLabel = "RATES",
            converter = RampText.class,
            description = "In place of --rate: from one rate to another, such as 10/s..500/s.")
    private @Nullable Ramp ramp;

    @Option(
            names = "--arrivals",
            paramLabel = "PROCESS",
            description = "How they are spread: constant, which is the default, or poisson.")
    private @Nullable Arrivals arrivals;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "For how long tasks arrive in a run: 10s, or 2s in each run of a comparison.")
    private @Nullable Duration duration;

    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            description = "Count the tasks that take longer than this from their due time on.")
    private @Nullable Duration deadline;

    @Option(
            names = "--backlog",
            paramLabel = "N",
            description =
                    "Where so many tasks are due and have not started, leave out what arrives, and count it: 100000.")
    private @Nullable Integer backlog;

    @Option(
            names = "--by",
            paramLabel = "PERCENTILE",
            converter = QuantileText.class,
            description = "The percentile of latencies that lanes are judged by, such as p99, which is the default, or "
                    + "p99.9.")
    private @Nullable Quantile by;

    /** The load that was asked for; empty where all tasks are there from the beginning. */
    Optional<Load> load() {
        if (rate == null && ramp == null) {
            Stream.of(
                            given("--arrivals", arrivals),
                            given("--duration", duration),
                            given("--deadline", deadline),
                            given("--backlog", backlog),
                            given("--by", by))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(option -> {
                        throw new UsageException(option
                                + " is about tasks that arrive: it goes with --rate or --ramp, such as --rate 200/s");
                    });
            return Optional.empty();
        }
        return Optional.of(new Load(
                rate, ramp, arrivals, span("--duration", duration), span("--deadline", deadline), backlog, by, null));
    }

    private static Optional<String> given(String option, @Nullable Object value) {
        return value == null ? Optional.empty() : Optional.of(option);
    }

    static @Nullable Span span(String option, @Nullable Duration time) {
        try {
            return time == null ? null : Span.of(time);
        } catch (IllegalArgumentException e) {
            String typed = time.toString().substring("PT".length()).toLowerCase(Locale.ROOT);
            throw new UsageException("%s must be %s, was %s".formatted(option, e.getMessage(), typed));
        }
    }

    static <T> T parsed(String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException("must be %s, was '%s'".formatted(e.getMessage(), text));
        }
    }

    /** A rate as it is typed. */
    static final class RateText implements ITypeConverter<Rate> {
        @Override
        public Rate convert(String text) {
            return parsed(text, Rate::parse);
        }
    }

    /** Two rates as they are typed. */
    static final class RampText implements ITypeConverter<Ramp> {
        @Override
        public Ramp convert(String text) {
            return parsed(text, Ramp::parse);
        }
    }

    /** A percentile as it is typed. */
    static final class QuantileText implements ITypeConverter<Quantile> {
        @Override
        public Quantile convert(String text) {
            return parsed(text, Quantile::parse);
        }
    }
}
