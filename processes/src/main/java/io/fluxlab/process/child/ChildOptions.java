package io.fluxlab.process.child;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How a child's JVM is started. Immutable.
 *
 * @param program what it runs
 * @param jvm options of its JVM
 */
public record ChildOptions(Class<? extends ChildProgram> program, List<String> jvm) {

    /** A child with so much heap, which ends where that is not enough; for one thread that works at a time. */
    public static ChildOptions light(Class<? extends ChildProgram> program, int heapMegabytes) {
        return new ChildOptions(
                program, List.of("-Xmx" + heapMegabytes + "m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
    }

    /** The heap of {@linkplain #alike a child that is as its parent is}. */
    public static long heapMegabytesAlike() {
        return Runtime.getRuntime().maxMemory() >> 20;
    }

    /** A child that is as its parent is, with the same garbage collector and the same heap. */
    public static ChildOptions alike(Class<? extends ChildProgram> program) {
        List<String> own = new ArrayList<>();
        own.add("-Xmx" + Runtime.getRuntime().maxMemory());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> COLLECTOR.matcher(option).matches())
                .forEach(own::add);
        return new ChildOptions(program, List.copyOf(own));
    }

    /** Options of this JVM that its children share: what the program sees, and what makes starting faster. */
    private static final List<String> SHARED = List.of(
            "-D",
            "--add-",
            "--enable-",
            "--sun-misc-",
            "--illegal-",
            "-ea",
            "-esa",
            "-enableassertions",
            "-Xlog:disable",
            "-Xshare",
            "-XX:SharedArchiveFile=",
            "-XX:+IgnoreUnrecognizedVMOptions");

    private static final Pattern COLLECTOR = Pattern.compile("-XX:[+-]Use\\w+GC");

    private static final List<String> OWN =
            List.of("-Djava.io.tmpdir=", "-Dcom.sun.management.jmxremote", "-Dfluxlab.children.train=");

    /** The command, with a folder that the child may write to. */
    List<String> command(Path folder) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        inherited().forEach(command::add);
        command.addAll(ClassArchive.options());
        command.addAll(jvm);
        command.addAll(List.of(
                "-XX:-UsePerfData", // a file in shared memory, which outlives a JVM that is killed
                "-XX:ErrorFile=" + folder.resolve("hs_err_%p.log"),
                "-Dio.netty.jfr.enabled=false", // nobody records, and it takes a hundred classes
                "-Djava.io.tmpdir=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                ChildMain.class.getName(),
                program.getName(),
                folder.toString()));
        return command;
    }

    private static Stream<String> inherited() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> SHARED.stream().anyMatch(option::startsWith))
                .filter(option -> OWN.stream().noneMatch(option::startsWith) && !ClassArchive.isReplaced(option));
    }
}
