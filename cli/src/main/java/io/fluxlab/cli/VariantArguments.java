package io.fluxlab.cli;

import io.fluxlab.cli.code.CodeName;
import io.fluxlab.cli.code.CodePath;
import io.fluxlab.cli.input.Mistakes;
import io.fluxlab.cli.input.ParameterValues;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.comparison.Variant;
import io.fluxlab.workload.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Several bodies, or one with several parameters, that are compared on one lane. */
final class VariantArguments {

    /** Its children have a class path each already. */
    private static final String CHILDREN = "process";

    @Option(
            names = "--variant",
            paramLabel = "NAME=WHAT",
            description = {
                "Compare variants on one lane in place of lanes: each is a method of yours (old=Old.java::parse, "
                        + "new=com.acme.New::parse), or the workload with other parameters (small=kilobytes=10,tasks=4).",
                "Two or more methods in place of WORKLOAD are variants, too."
            })
    private List<String> variants = List.of();

    @Option(
            names = {"--against", "--against-classpath"},
            paramLabel = "PATH",
            description =
                    "Is my change slower? Compare the method that --call names with what it is on this class path, "
                            + "in fresh JVMs that are warmed: 'base' is the one there, 'new' the one on --classpath; for 90s, "
                            + "or --max-time.")
    private @Nullable String against;

    @Option(names = "--lane", paramLabel = "LANE", description = "The lane on which variants are compared.")
    private @Nullable String lane;

    /**
     * What was named.
     *
     * @param own the workloads made of the user's code
     */
    record Named(List<Variant> variants, List<Workload<?>> own) {}

    boolean areMeant(WorkloadArguments work) {
        return against != null || !variants.isEmpty() || work.texts().size() > 1;
    }

    /** The lane that was named. */
    Optional<String> lane() {
        return Optional.ofNullable(lane);
    }

    /** Options that fields of a request for variants are typed as, where that is otherwise than usual. */
    Map<String, String> options(WorkloadArguments work) {
        return areMeant(work) ? Map.of("lanes", "--lane", "variants", variants.isEmpty() ? "" : "--variant") : Map.of();
    }

    /** Whether runs need JVMs of their own, since two class paths don't go into one. */
    boolean needJvms() {
        return against != null
                && !lane().map(name -> name.split(":", 2)[0].equals(CHILDREN)).orElse(false);
    }

    /**
     * The variants; empty where lanes are compared.
     *
     * @throws UsageException naming everything that is wrong with them
     */
    Optional<Named> named(WorkloadArguments work, LabOptions lab, List<String> lanes) {
        List<String> texts = work.texts();
        if (against != null) {
            return Optional.of(against(against, texts, work, lab, lanes));
        }
        if (!areMeant(work)) {
            if (lane != null) {
                throw new UsageException(
                        "--lane %s: that is for variants; name the lanes to compare by --lanes".formatted(lane));
            }
            return Optional.empty();
        }
        work.checkCall();
        if (!lanes.isEmpty()) {
            throw manyLanes(lanes);
        }
        List<String> named = variants.isEmpty()
                ? texts.stream().map(text -> text + "=" + text).toList()
                : variants;
        if (!variants.isEmpty() && texts.size() > 1) {
            throw new UsageException(
                    "%s: with --variant, name at most one workload".formatted(String.join(" ", texts)));
        }
        if (named.size() < 2) {
            throw new UsageException("--variant %s: name at least two variants".formatted(named.get(0)));
        }
        List<Workload<?>> own = new ArrayList<>();
        List<Variant> all = new ArrayList<>();
        Mistakes mistakes = new Mistakes();
        named.forEach(text -> mistakes.collect(() -> all.add(variant(text, work, lab, own))));
        mistakes.throwIfAny();
        return Optional.of(new Named(all, own));
    }

    private static UsageException manyLanes(List<String> lanes) {
        return new UsageException(
                "--lanes %s: variants are compared on one lane: name it by --lane".formatted(String.join(",", lanes)));
    }

    /** One body from two class paths. */
    private Named against(String path, List<String> texts, WorkloadArguments work, LabOptions lab, List<String> lanes) {
        if (!lanes.isEmpty()) {
            throw manyLanes(lanes);
        }
        if (!variants.isEmpty()) {
            throw new UsageException("--against %s: that makes the variants: leave --variant away".formatted(path));
        }
        if (texts.size() != 1
                || !CodeName.isMeant(texts.get(0))
                || CodeName.parse(texts.get(0)).isSource()) {
            throw new UsageException("--against %s: name the method by --call CLASS::METHOD".formatted(path));
        }
        List<String> changed = ClassPath.ofCommand();
        CodePath base = CodePath.inPlaceOf(changed, "--against " + path, ClassPath.entries("--against", path));
        List<Workload<?>> own = List.of(
                work.code(texts.get(0), lab, base, "-base").own().get(0),
                work.code(texts.get(0), lab, CodePath.before(changed), "-new")
                        .own()
                        .get(0));
        return new Named(
                List.of(
                        Variant.of("base", own.get(0).name()),
                        Variant.of("new", own.get(1).name())),
                own);
    }

    private static Variant variant(String text, WorkloadArguments work, LabOptions lab, List<Workload<?>> own) {
        int equals = text.indexOf('=');
        if (equals < 1 || equals == text.length() - 1) {
            throw new UsageException(
                    "--variant %s: must be NAME=FILE.java::METHOD, NAME=CLASS::METHOD or NAME=PARAMETER=VALUE,.."
                            .formatted(text));
        }
        String name = text.substring(0, equals).strip();
        String what = text.substring(equals + 1);
        if (CodeName.isMeant(what) && !isAssignment(what)) {
            WorkloadArguments.Named code =
                    work.code(what, lab, CodePath.ofJvm(), own.isEmpty() ? "" : "-" + (own.size() + 1));
            own.addAll(code.own());
            return Variant.of(name, code.name());
        }
        if (isAssignment(what)) {
            Map<String, Object> parameters = ParameterValues.parse(List.of(what.split(",(?=[^,=]+=)")));
            return Variant.of(name, parameters);
        }
        return Variant.of(name, what);
    }

    /** Whether there is a parameter's name before an equals sign. */
    private static boolean isAssignment(String text) {
        return text.matches("[A-Za-z][A-Za-z0-9]*=.*");
    }
}
