package io.fluxlab.testing;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The data of a request, in JSON, that is dear to read for its size: of every kind that was ever found to be. Immutable.
 *
 * @param route what it asks for
 * @param shape what is dear in it
 * @param json the data
 */
public record HostileRequest(String route, String shape, String json) {

    private static final String RUN = "lab.run";
    private static final String COMPARE = "lab.compare";
    private static final String CAPACITY = "lab.capacity";
    private static final String SLEEP = "{\"workload\":\"sleep\",\"lane\":\"virtual\"";
    private static final String RANGES = "{\"workload\":\"primes\",\"lane\":\"virtual\",\"parameters\":{\"ranges\":";

    /** One of each shape, of so many bytes or little less. */
    public static List<HostileRequest> all(int bytes) {
        return List.of(
                run(
                        "digits in a lane's settings",
                        bytes,
                        "{\"workload\":\"sleep\",\"lane\":\"gil:switchMillis=",
                        "9",
                        "\"}"),
                run("settings of a lane", bytes, "{\"workload\":\"sleep\",\"lane\":\"gil:", "a=1,", "a=1\"}"),
                run("commas in a lane", bytes, "{\"workload\":\"sleep\",\"lane\":\"gil:", ",", "\"}"),
                run("a workload's name", bytes, "{\"lane\":\"virtual\",\"workload\":\"", "sleep", "\"}"),
                run("escapes in a name", bytes, "{\"lane\":\"virtual\",\"workload\":\"", "\\u0061", "\"}"),
                run(
                        "a lane's name in lists",
                        bytes,
                        "{\"workload\":\"sleep\",\"lane\":" + "[".repeat(40) + "\"",
                        "x",
                        "\"" + "]".repeat(40) + "}"),
                run("objects in a list", bytes, RANGES + "[", "{},", "{}]}}"),
                run("lists in a list", bytes, RANGES + "[", "[],", "[]]}}"),
                run("numbers in a list", bytes, RANGES + "[", "1,", "1]}}"),
                run(
                        "ranges in a list, and a mistake behind them",
                        bytes,
                        RANGES + "[",
                        "\"3-5\",",
                        "\"3-5\"]},\"concurrency\":0}"),
                run(
                        "empty ranges in a list, and a mistake behind them",
                        bytes,
                        RANGES + "[",
                        "\"5-3\",",
                        "\"5-3\"]},\"concurrency\":0}"),
                run("numbers in a text", bytes, RANGES + "\"", "1,", "1\"}}"),
                run("spaces in a text", bytes, RANGES + "\"1", " ", "2\"}}"),
                run("sums in a text", bytes, RANGES + "\"1", "+1", "\"}}"),
                run("pluses in a text", bytes, RANGES + "\"", "+", "\"}}"),
                run("dashes in a text", bytes, RANGES + "\"1", "-1", "\"}}"),
                run("depth of lists", bytes, RANGES, "[", ""),
                run("depth of objects", bytes, SLEEP + ",\"parameters\":", "{\"a\":", ""),
                run("a number's digits", bytes, SLEEP + ",\"parameters\":{\"tasks\":", "9", "}}"),
                run("a number's fraction", bytes, SLEEP + ",\"parameters\":{\"tasks\":0.", "9", "}}"),
                run("an exponent", bytes, SLEEP + ",\"parameters\":{\"tasks\":1e", "9", "}}"),
                run("one field again and again", bytes, SLEEP, ",\"lane\":\"virtual\"", "}"),
                run(
                        "one parameter again and again",
                        bytes,
                        SLEEP + ",\"parameters\":{\"tasks\":1",
                        ",\"tasks\":1",
                        "}}"),
                new HostileRequest(RUN, "many unknown fields", names(bytes, SLEEP, "}")),
                new HostileRequest(
                        RUN, "many unknown parameters", names(bytes, SLEEP + ",\"parameters\":{\"tasks\":1", "}}")),
                run("a field's name", bytes, SLEEP + ",\"", "concurrenc", "\":1}"),
                run("names of 1,000 bytes", bytes, SLEEP, ",\"" + "n".repeat(999) + "\":1", "}"),
                run("spaces between fields", bytes, SLEEP, " ", ",\"concurrency\":0}"),
                run("nothing but brackets", bytes, "", "]", ""),
                compare("lanes", bytes, "\"virtual\","),
                compare("unknown lanes", bytes, "\"virtuel\","),
                compare("lanes with settings", bytes, "\"gil:switchMillis=0\","),
                compare("lanes that are objects", bytes, "{},"),
                capacity("objectives", bytes, "[\"", "p99 < 1s\",\"", "p99 < 1s\"]"),
                capacity("objectives in a text", bytes, "\"", "p99 < 1s,", "p99 < 1s\""),
                capacity("a percentile's digits", bytes, "[\"p99.", "9", " < 1s\"]"),
                capacity("spaces in an objective", bytes, "[\"p99", " ", "< 1s\"]"));
    }

    /** A request of that size with nothing wrong in it, which runs one short task. */
    public static String legal(int bytes) {
        String tail = ",\"parameters\":{\"tasks\":1,\"minMillis\":0,\"maxMillis\":0}}";
        return fill(bytes, SLEEP, " ", tail);
    }

    private static HostileRequest run(String shape, int bytes, String head, String unit, String tail) {
        return new HostileRequest(RUN, shape, fill(bytes, head, unit, tail));
    }

    private static HostileRequest compare(String shape, int bytes, String lane) {
        String head = "{\"workload\":\"sleep\",\"lanes\":[";
        return new HostileRequest(COMPARE, shape, fill(bytes, head, lane, "\"virtual\"]}"));
    }

    private static HostileRequest capacity(String shape, int bytes, String head, String unit, String tail) {
        String before = "{\"workload\":\"sleep\",\"lanes\":[\"virtual\"],\"slo\":" + head;
        return new HostileRequest(CAPACITY, shape, fill(bytes, before, unit, tail + "}"));
    }

    private static String fill(int bytes, String head, String unit, String tail) {
        return head + unit.repeat((bytes - head.length() - tail.length()) / unit.length()) + tail;
    }

    private static String names(int bytes, String head, String tail) {
        int longest = ",\"a00000\":1".length();
        int count = (bytes - head.length() - tail.length()) / longest;
        return IntStream.range(0, count)
                .mapToObj("a%05d"::formatted)
                .collect(Collectors.joining("\":1,\"", head + ",\"", "\":1" + tail));
    }
}
