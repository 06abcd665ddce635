package io.fluxlab.cli;

import java.nio.file.Path;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Says which option of a command a mistake is about, so that whoever set it elsewhere, in the environment or in a file, is
 * told where. Thread-safe.
 */
record OptionMistakes(CommandSpec command) {

    /**
     * A mistake.
     *
     * @param option by its longest name
     * @param what follows the name, such as "must be self, was x"
     */
    ParameterException of(String option, String what) {
        return new ParameterException(
                command.commandLine(), option + " " + what, command.optionsMap().get(option), null);
    }

    /** What is made of an option's value, where an {@link IllegalArgumentException} tells what is wrong with that. */
    <T> T checked(String option, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw of(option, "is wrong: " + e.getMessage());
        }
    }

    /** A mistake that is about the option whose file it names, if there is one. */
    ParameterException of(IllegalArgumentException error) {
        String message = String.valueOf(error.getMessage());
        return command.options().stream()
                .filter(option -> option.getValue() instanceof Path file && message.contains(file.toString()))
                .findFirst()
                .map(option -> of(option.longestName(), "is wrong: " + message))
                .orElseGet(() -> new ParameterException(command.commandLine(), message));
    }
}
