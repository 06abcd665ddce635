package io.fluxlab.claim;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * How many threads Linux allows, by every bound that it has: on ids and threads of the whole machine, on those of a user
 * ({@code RLIMIT_NPROC}), on those of a control group and all that it is in ({@code pids.max}, versions 1 and 2), and on
 * mappings of memory, of which a stack and its guard are two. Immutable.
 *
 * @param root of the file system; a bound that can't be read there is none
 */
record ThreadLimits(Path root) {

    /** This machine's. */
    static final ThreadLimits OF_LINUX = new ThreadLimits(Path.of("/"));

    private static final Pattern MOST_PROCESSES = Pattern.compile("Max processes +(\\d+) .*");
    private static final int MAPPINGS_PER_THREAD = 2;

    /** The least of all bounds. */
    long least() {
        return LongStream.concat(
                        Stream.of(
                                        number("proc/sys/kernel/pid_max"),
                                        number("proc/sys/kernel/threads-max"),
                                        ofMappings(),
                                        ofUser())
                                .flatMapToLong(OptionalLong::stream),
                        ofControlGroups())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    private OptionalLong ofMappings() {
        OptionalLong mappings = number("proc/sys/vm/max_map_count");
        return mappings.isPresent() ? OptionalLong.of(mappings.getAsLong() / MAPPINGS_PER_THREAD) : mappings;
    }

    private OptionalLong ofUser() {
        return lines("proc/self/limits").stream()
                .map(MOST_PROCESSES::matcher)
                .filter(Matcher::matches)
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .findFirst();
    }

    /** A line names a hierarchy, its controllers and the group in it: {@code 8:pids:/service}, {@code 0::/service}. */
    private LongStream ofControlGroups() {
        return lines("proc/self/cgroup").stream()
                .map(line -> line.split(":", 3))
                .filter(parts -> parts.length == 3)
                .flatMapToLong(parts -> List.of(parts[1].split(",")).contains("pids")
                        ? ofGroupAndAbove("sys/fs/cgroup/pids", parts[2])
                        : parts[1].isEmpty() ? ofGroupAndAbove("sys/fs/cgroup", parts[2]) : LongStream.empty());
    }

    private LongStream ofGroupAndAbove(String hierarchy, String group) {
        List<Path> names = new ArrayList<>();
        Path.of(group).normalize().forEach(names::add);
        return IntStream.rangeClosed(0, names.size())
                .mapToObj(depth -> names.subList(0, depth).stream().reduce(Path.of(hierarchy), Path::resolve))
                .map(each -> number(each.resolve("pids.max").toString()))
                .flatMapToLong(OptionalLong::stream);
    }

    /** The file's only number; {@code max} stands for none. */
    private OptionalLong number(String file) {
        return lines(file).stream()
                .filter(line -> line.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .findFirst();
    }

    private List<String> lines(String file) {
        try {
            return Files.readAllLines(root.resolve(file));
        } catch (IOException e) {
            return List.of();
        }
    }
}
