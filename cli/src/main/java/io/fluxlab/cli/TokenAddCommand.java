package io.fluxlab.cli;

import io.fluxlab.server.identity.Role;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fluxlab token add}: lets somebody in, and says once by what. */
@Command(
        name = "add",
        description = "Adds somebody, and prints their token on standard output: it can't be seen again.",
        sortOptions = false)
final class TokenAddCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "NAME", description = "What logs and quotas call them.")
    private String name = "";

    @Option(
            names = "--role",
            paramLabel = "ROLE",
            required = true,
            description = "viewer (lists), runner (runs, compares, steers its own runs) or operator (everything).")
    private Role role = Role.VIEWER;

    @Mixin
    private final TokenFileOption file = new TokenFileOption();

    TokenAddCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String token = file.with(credentials -> credentials.add(name, role));
        surroundings.console().line(token);
        surroundings.console().flush();
        surroundings
                .console()
                .note("%s is %s for servers with --credentials %s".formatted(name, role.id(), file.path()));
        return ExitStatus.DONE;
    }
}
