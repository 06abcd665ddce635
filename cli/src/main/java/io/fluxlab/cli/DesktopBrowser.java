package io.fluxlab.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The browser of whoever sits at this machine, if somebody does. Stateless. */
final class DesktopBrowser {

    private DesktopBrowser() {}

    /** Has the desktop show an address; says whether there is one that was asked. */
    static boolean show(String address) {
        List<String> opener = opener(String.valueOf(System.getProperty("os.name")), System.getenv());
        if (opener.isEmpty()) {
            return false;
        }
        List<String> command = new ArrayList<>(opener);
        command.add(address);
        ProcessBuilder process = new ProcessBuilder(command);
        process.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            process.start().getOutputStream().close();
            return true;
        } catch (IOException e) {
            return false; // nothing of that name is installed
        }
    }

    /** What opens addresses; empty where there is no screen. */
    static List<String> opener(String system, Map<String, String> environment) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return List.of("open");
        }
        if (name.startsWith("windows")) {
            return List.of("rundll32", "url.dll,FileProtocolHandler");
        }
        boolean hasScreen = environment.containsKey("DISPLAY") || environment.containsKey("WAYLAND_DISPLAY");
        return hasScreen ? List.of("xdg-open") : List.of();
    }
}
