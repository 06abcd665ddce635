package io.fluxlab.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fluxlab token remove}: lets somebody in no more. */
@Command(
        name = "remove",
        description = "Removes somebody. Running servers close their connections within some seconds.",
        sortOptions = false)
final class TokenRemoveCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "NAME", description = "As 'fluxlab token list' shows it.")
    private String name = "";

    @Mixin
    private final TokenFileOption file = new TokenFileOption();

    TokenRemoveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        file.with(credentials -> {
            credentials.remove(name);
            return name;
        });
        surroundings.console().note(name + " is no longer in " + file.path());
        return ExitStatus.DONE;
    }
}
