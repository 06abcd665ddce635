package io.fluxlab.cli;

import io.fluxlab.cluster.link.Address;
import io.fluxlab.cluster.link.LinkProblem;

/** A coordinator can't be reached, or lets nobody like this in. */
final class NoWayInException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final LinkProblem problem;

    NoWayInException(LinkProblem problem, Address address, Throwable cause) {
        super(problem.at(address), cause);
        this.problem = problem;
    }

    LinkProblem problem() {
        return problem;
    }

    /** With which status the command ends: what it was shown is its input. */
    static int status(LinkProblem problem) {
        return problem == LinkProblem.OTHER_TOKEN ? ExitStatus.USAGE : ExitStatus.UNREACHABLE;
    }

    /** What may help. */
    static String advice(LinkProblem problem) {
        return switch (problem) {
            case NO_ANSWER -> "Start one with 'fluxlab cluster coordinator', or name it as that says where it listens.";
            case OTHER_TOKEN ->
                "Show the coordinator's with --token-file FILE or " + ClusterAccessOptions.TOKEN
                        + "; whoever runs it has it.";
            case TLS_WANTED -> "Name it with tls://, and show a certificate with --tls-cert, --tls-key and --tls-ca.";
            case SILENT, NO_TLS ->
                "Name it with tcp:// if it is on this machine; elsewhere it takes a coordinator at tls://.";
            case EXPIRED, OTHER_NAME, UNTRUSTED -> "Name the authority of its certificate with --tls-ca.";
            case CERTIFICATE_REFUSED ->
                "Show one of the authority that the coordinator names (--cluster-ca), with --tls-cert and --tls-key.";
            case FULL -> "It takes more with --cluster-max-connections.";
            case HANDSHAKE -> "Its log says more.";
        };
    }
}
