package io.fluxlab.cli;

/** What the command's end tells its caller. */
final class ExitStatus {

    static final int DONE = 0;
    /** The run, or a gate, failed. */
    static final int FAILED = 1;
    /** Bad usage or input. */
    static final int USAGE = 2;
    /** The server can't be reached. */
    static final int UNREACHABLE = 3;
    /** All was done, and shows too little: to recommend a lane, or to say anything of what one bears. */
    static final int ABSTAINED = 4;
    /** Ended by Ctrl-C: 128 and the number of SIGINT, as shells count. */
    static final int INTERRUPTED = 130;

    private ExitStatus() {}
}
