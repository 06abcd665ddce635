package io.fluxlab.lecture.assignment;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The three assignments of the lecture's last part. */
public enum Assignment {
    /** {@code find_primes}, sequentially, in threads and in processes. */
    PRIMES(
            "1",
            List.of("Range", "Search", "Launcher", "Primes", "SearchProgram"),
            List.of("PrimesTest"),
            List.of("primes", "edges", "sequential", "threads", "joined", "processes", "reaped", "measured")),
    /** Addition of different types, in parallel. */
    ADDITION(
            "2",
            List.of("Adder", "Result", "Addition"),
            List.of("AdditionTest"),
            List.of("integers", "texts", "unchanged", "mixed", "parallel", "order", "alone", "left")),
    /** Private data of threads. */
    PRIVATE_DATA(
            "3",
            List.of("Work", "Run", "PrivateData", "Threads"),
            List.of("ThreadsTest"),
            List.of("names", "private", "namesakes", "stores", "joined", "removed", "cancel"));

    /** A file in a student's folder that says which assignment it is. */
    public static final String MARK = "assignment.properties";

    /** Where students write what they have found out. */
    public static final String ANSWERS = "answers.md";

    /** The point that all have: no static state that is shared. */
    public static final String STATE = "state";

    private static final String MAIN = "src/main/java/practice/";
    private static final String TEST = "src/test/java/practice/";

    private final String number;
    private final List<String> sources;
    private final List<String> tests;
    private final List<String> points;

    Assignment(String number, List<String> sources, List<String> tests, List<String> points) {
        this.number = number;
        this.sources = sources;
        this.tests = tests;
        this.points = points;
    }

    /** As in the lecture: from 1 to 3. */
    public String number() {
        return number;
    }

    /** The one of this number. */
    public static Optional<Assignment> of(String number) {
        return Arrays.stream(values())
                .filter(each -> each.number.equals(number))
                .findFirst();
    }

    /** What is checked, one name each, in this order. */
    public List<String> points() {
        return Stream.concat(points.stream(), Stream.of(STATE)).toList();
    }

    /** Whether there are questions to answer in words. */
    public boolean hasAnswers() {
        return this == PRIMES;
    }

    /** Whether a solution may use Reactor. */
    public boolean hasReactor() {
        return this == ADDITION;
    }

    /** The files of the project that a student is given, by their paths, {@code /} between folders. */
    public Map<String, String> project() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put(
                "pom.xml",
                read("common/pom.xml")
                        .replace("@number@", number)
                        .replace("@reactor@", hasReactor() ? read("common/reactor.xml") : ""));
        files.put(MARK, "assignment=" + number + "\n");
        Stream<String> texts = Stream.of("README.md", "README.ru.md");
        (hasAnswers() ? Stream.concat(texts, Stream.of(ANSWERS)) : texts)
                .forEach(name -> files.put(name, read(number + "/" + name)));
        sources.forEach(name -> files.put(MAIN + name + ".java", read(number + "/" + MAIN + name + ".java")));
        tests.forEach(name -> files.put(TEST + name + ".java", read(number + "/" + TEST + name + ".java")));
        return files;
    }

    /** The source of {@code practice.HiddenChecks}, a {@link io.fluxlab.lecture.assignment.check.CheckSuite}. */
    public String hiddenChecks() {
        return read("hidden/HiddenChecks" + number + ".java");
    }

    private static String read(String name) {
        try (InputStream in = Assignment.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
