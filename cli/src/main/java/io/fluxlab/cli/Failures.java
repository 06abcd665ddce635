package io.fluxlab.cli;

import io.fluxlab.cli.console.BrokenPipeException;
import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.LostOutputException;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.client.TlsProblem;
import io.fluxlab.client.UnreachableLabException;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.LabException;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.scenario.report.UnwritableFileException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what went wrong on standard error, and knows the exit status for it. */
final class Failures {

    private static final String NAME = "fluxlab: ";

    private Failures() {}

    static int report(Exception error, Console console) {
        return switch (error) {
            case BrokenPipeException ignored -> ExitStatus.DONE;
            case LostOutputException lost -> note(lost.getMessage(), console, ExitStatus.FAILED);
            case InterruptedRunException ignored -> {
                console.note(NAME + "interrupted");
                yield ExitStatus.INTERRUPTED;
            }
            case UnreachableLabException unreachable -> unreachable(unreachable, console);
            case NoWayInException noWayIn -> {
                console.note(NAME + noWayIn.getMessage());
                console.note(NoWayInException.advice(noWayIn.problem()));
                yield NoWayInException.status(noWayIn.problem());
            }
            case UsageException usage -> usage(usage, console);
            case ParameterException usage -> usage(usage, console);
            case RejectedRequestException rejected -> rejected(rejected, console);
            case InvalidRequestException invalid -> note(invalid.getMessage(), console, ExitStatus.USAGE);
            case UnwritableFileException unwritable -> note(unwritable.getMessage(), console, ExitStatus.FAILED);
            case FailedException failed -> note(failed.getMessage(), console, ExitStatus.FAILED);
            case LabException failed -> note(failed.getMessage(), console, ExitStatus.FAILED);
            default -> unexpected(error, console);
        };
    }

    private static int note(@Nullable String message, Console console, int status) {
        console.note(NAME + message);
        return status;
    }

    private static int unreachable(UnreachableLabException error, Console console) {
        console.note(NAME + error.getMessage());
        Optional<TlsProblem> tls = error.tlsProblem();
        if (tls.isPresent()) {
            console.note(advice(tls.get()));
            return ExitStatus.UNREACHABLE;
        }
        console.note("Is a server running there? Start one with 'fluxlab serve', or leave --server away.");
        return ExitStatus.UNREACHABLE;
    }

    private static String advice(TlsProblem problem) {
        return switch (problem) {
            case NOT_OFFERED ->
                "Name it with tcp:// or ws:// if that is meant: what is sent can then be read on the way.";
            case REQUIRED -> "Name it with tls:// or wss://.";
            case EXPIRED, OTHER_NAME, UNTRUSTED ->
                "Name its authority with --tls-ca, or the certificate itself as 'fluxlab serve' prints it: #sha256:...";
            case OTHER_FINGERPRINT ->
                "It may not be the server that you mean. If it has a new certificate, ask who runs it.";
            case CLIENT_CERTIFICATE -> "Show one that it knows with --tls-cert and --tls-key.";
            case HANDSHAKE -> "Its log says more.";
        };
    }

    /** What to show is input to this command; what that allows is the server's matter. */
    private static int rejected(RejectedRequestException error, Console console) {
        console.note(NAME + error.getMessage());
        if (!error.code().equals("unauthenticated")) {
            return ExitStatus.FAILED;
        }
        console.note("Show a token with --token-file FILE or FLUXLAB_TOKEN; whoever runs the server has them.");
        return ExitStatus.USAGE;
    }

    private static int usage(UsageException error, Console console) {
        error.mistakes()
                .forEach(mistake -> console.note(mistake.startsWith(" ") ? mistake.substring(1) : NAME + mistake));
        return ExitStatus.USAGE;
    }

    private static int usage(ParameterException error, Console console) {
        tell(NAME + error.getMessage(), console);
        StringWriter suggestions = new StringWriter();
        UnmatchedArgumentException.printSuggestions(error, new PrintWriter(suggestions, true));
        tell(suggestions.toString(), console);
        CommandLine command = error.getCommandLine();
        console.note("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        return ExitStatus.USAGE;
    }

    /** A mistake of this program: whoever reports it needs to know where. */
    private static int unexpected(Exception error, Console console) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace, true));
        tell(NAME + "unexpected: " + trace.toString().stripTrailing(), console);
        return ExitStatus.FAILED;
    }

    /** A text of this program's own that has several lines. */
    private static void tell(String text, Console console) {
        text.lines().forEach(console::note);
    }
}
