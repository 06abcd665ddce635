package io.fluxlab.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * Commands that heed signals. A shell that starts something in the background has it ignore SIGINT, and {@code nohup}
 * SIGHUP, which every process inherits that is started from there: what a test starts would ignore them, too.
 */
public final class HeedSignals {

    private static final boolean IS_LINUX = "Linux".equals(System.getProperty("os.name"));

    private HeedSignals() {}

    /** The command, in the same process, with signals as they are by default; on Linux. */
    public static List<String> in(List<String> command) {
        List<String> heeding = new ArrayList<>();
        if (IS_LINUX) {
            heeding.addAll(List.of("env", "--default-signal=INT,HUP,TERM")); // of GNU's coreutils
        }
        heeding.addAll(command);
        return heeding;
    }
}
