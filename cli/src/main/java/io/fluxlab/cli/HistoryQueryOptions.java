package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.RunKind;
import io.fluxlab.kept.RunState;
import io.fluxlab.parameter.Names;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which kept runs. */
final class HistoryQueryOptions {

    @Option(names = "--workload", paramLabel = "NAME", description = "Of this workload.")
    private @Nullable String workload;

    @Option(names = "--lane", paramLabel = "LANE", description = "With this lane among its own.")
    private @Nullable String lane;

    @Option(names = "--kind", paramLabel = "KIND", description = "run, comparison or capacity.")
    private @Nullable String kind;

    @Option(
            names = "--state",
            paramLabel = "STATE",
            description = "going-on, completed, failed, cancelled, broken or lost.")
    private @Nullable String state;

    @Option(names = "--of-commit", paramLabel = "ID", description = "Of this commit, or the beginning of its id.")
    private @Nullable String commit;

    @Option(names = "--owner", paramLabel = "NAME", description = "Submitted by this one.")
    private @Nullable String owner;

    @Option(names = "--since", paramLabel = "TIME", description = "Started within this time, such as 24h.")
    private @Nullable Duration since;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "100", description = "The newest N; ${DEFAULT-VALUE}.")
    private int limit;

    /** The query. */
    HistoryQuery query(boolean details) {
        if (limit < 1 || limit > HistoryQuery.MOST) {
            throw new UsageException("--limit must be between 1 and %d, was %d".formatted(HistoryQuery.MOST, limit));
        }
        return new HistoryQuery(
                null,
                known(
                        "--kind",
                        kind,
                        RunKind::of,
                        Arrays.stream(RunKind.values()).map(RunKind::id).toList()),
                workload,
                lane,
                known(
                        "--state",
                        state,
                        RunState::of,
                        Arrays.stream(RunState.values()).map(RunState::id).toList()),
                commit,
                owner,
                since == null ? null : (Long) (System.currentTimeMillis() - since.toMillis()),
                null,
                limit,
                details ? true : null);
    }

    private static <T> @Nullable T known(
            String option, @Nullable String text, Function<String, Optional<T>> of, List<String> ids) {
        return text == null
                ? null
                : of.apply(text)
                        .orElseThrow(() -> new UsageException("%s must be one of %s, was %s%s"
                                .formatted(option, String.join(", ", ids), text, Names.hint(text, ids))));
    }
}
