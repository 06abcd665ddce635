package io.fluxlab.cli;

import io.fluxlab.cli.code.Code;
import io.fluxlab.cli.code.CodeMaker;
import io.fluxlab.cli.code.CodeName;
import io.fluxlab.cli.code.CodePath;
import io.fluxlab.cli.input.ParameterValues;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What to run: a workload by its name, or code of the user's own. */
final class WorkloadArguments {

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Parameters(
            arity = "0..*",
            paramLabel = "WORKLOAD",
            description =
                    "What to run: see fluxlab workloads; or a method of yours, as in Orders.java::parse, a source "
                            + "file that is compiled in memory.")
    private List<String> workloads = List.of();

    @Option(
            names = "--call",
            paramLabel = "CLASS::METHOD",
            description = "A method on --classpath in place of a workload: static, or of a class with a constructor "
                    + "without arguments. It returns a value, a Publisher, a CompletionStage, a Callable, a Supplier, or "
                    + "nothing.")
    private @Nullable String call;

    @Option(
            names = "--arg",
            paramLabel = "VALUE",
            description = "An argument of that method, read as its parameter's type; one for each parameter.")
    private List<String> arguments = List.of();

    @Option(
            names = {"-p", "--parameter"},
            paramLabel = "NAME=VALUE",
            description = "A parameter of the workload: see fluxlab workloads WORKLOAD.")
    private List<String> parameters = List.of();

    /**
     * What was named.
     *
     * @param name the workload's
     * @param own the workload made of the user's code; empty where the lab knows the workload
     */
    record Named(String name, List<Workload<?>> own) {}

    /**
     * What is to be run by this lab.
     *
     * @throws UsageException where it is code that can't be run
     */
    Named workload(LabOptions lab) {
        if (workloads.size() > 1) {
            throw new UsageException("one workload can be run at a time, was " + String.join(" ", workloads));
        }
        String workload = workloads.isEmpty() ? null : workloads.get(0);
        Optional<String> code =
                Optional.ofNullable(call).or(() -> Optional.ofNullable(workload).filter(CodeName::isMeant));
        if (call != null && workload != null) {
            throw twice(call, workload);
        }
        if (code.isPresent()) {
            return code(code.get(), lab, CodePath.ofJvm(), "");
        }
        if (!arguments.isEmpty()) {
            throw new UsageException("--arg is for a method of yours: name one by --call, or FILE.java::METHOD");
        }
        return new Named(Optional.ofNullable(workload).orElseThrow(this::missing), List.of());
    }

    /**
     * Sees that no workload is named beside the code of {@code --call}: it has other parameters.
     *
     * @throws UsageException where one is
     */
    void checkCall() {
        String called = call;
        workloads.stream()
                .filter(workload -> called != null && !CodeName.isMeant(workload))
                .findFirst()
                .ifPresent(workload -> {
                    throw twice(String.valueOf(called), workload);
                });
    }

    private static UsageException twice(String call, String workload) {
        return new UsageException("--call %s: leave %s away, or the other one".formatted(call, workload));
    }

    /** The workloads and the code that were named, where they are several. */
    List<String> texts() {
        return call == null
                ? workloads
                : Stream.concat(Stream.of(call), workloads.stream()).toList();
    }

    /**
     * Code of the user's as a workload.
     *
     * @param path where its classes are
     * @param ending of the name, which tells apart what would be called alike
     */
    Named code(String text, LabOptions lab, CodePath path, String ending) {
        if (lab.server().isPresent()) {
            throw new UsageException(
                    "%s: code of yours runs in the lab inside this command: leave --server away".formatted(text));
        }
        Code code = Code.read(CodeName.parse(text), arguments, String.valueOf(System.getProperty("java.class.path")));
        Workload<?> workload = CodeMaker.workload(code, path, ending);
        return new Named(workload.name(), List.of(workload));
    }

    private RuntimeException missing() {
        CommandSpec spec = command;
        return spec == null
                ? new UsageException("WORKLOAD is missing")
                : new MissingParameterException(
                        spec.commandLine(),
                        spec.positionalParameters().get(0),
                        "Missing required parameter: 'WORKLOAD'");
    }

    Map<String, Object> parameters() {
        return ParameterValues.parse(parameters);
    }
}
