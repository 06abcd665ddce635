package practice;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Starts a program in a process of its own. */
@FunctionalInterface
public interface Launcher {

    /** Starts the main method of this class with these arguments; does not wait for it. */
    Process start(Class<?> program, List<String> arguments) throws IOException;

    /** Starts JVMs like this one. */
    static Launcher ofJvms() {
        return (program, arguments) -> {
            List<String> command = new ArrayList<>();
            command.add(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java");
            command.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
            command.addAll(arguments);
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        };
    }
}
