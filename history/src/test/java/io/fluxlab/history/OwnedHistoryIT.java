package io.fluxlab.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.client.ClientOptions;
import io.fluxlab.client.Credentials;
import io.fluxlab.client.LabClient;
import io.fluxlab.kept.Annotation;
import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.RunState;
import io.fluxlab.kept.Submission;
import io.fluxlab.run.SteerCommand;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.SecuritySettings;
import io.fluxlab.server.identity.CredentialsFile;
import io.fluxlab.server.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Whose a kept run is: who sees it, and who may change it. */
class OwnedHistoryIT extends ServedHistoryFixture {

    /** Tokens of a runner, another one, a viewer and an operator. */
    private record People(LabClient rita, LabClient rob, LabClient victor, LabClient olga) {}

    private People people(LabServer server, Map<String, String> tokens) {
        return new People(
                client(server, as(tokens.get("rita"))),
                client(server, as(tokens.get("rob"))),
                client(server, as(tokens.get("victor"))),
                client(server, as(tokens.get("olga"))));
    }

    private static ClientOptions as(String token) {
        return ClientOptions.DEFAULT.withCredentials(Credentials.token(token));
    }

    private People people() {
        CredentialsFile file = CredentialsFile.of(folder.resolve("credentials"));
        Map<String, String> tokens = Map.of(
                "rita", file.add("rita", Role.RUNNER),
                "rob", file.add("rob", Role.RUNNER),
                "victor", file.add("victor", Role.VIEWER),
                "olga", file.add("olga", Role.OPERATOR));
        SecuritySettings security = SecuritySettings.NONE.withCredentials(folder.resolve("credentials"));
        return people(serve(open(), settings0().withSecurity(security)), tokens);
    }

    @Test
    void aRunBelongsToWhoeverSubmittedIt() {
        People people = people();
        String run = submit(people.rita, LONG);

        assertThat(found(people.rita, run).owner().name()).isEqualTo("rita");
        for (LabClient other : List.of(people.rob, people.victor)) {
            assertThat(other.history(HistoryQuery.NEWEST).collectList().block(PATIENCE))
                    .isEmpty();
            assertThatThrownBy(() -> all(other, run)).hasMessage("there is no run " + run);
        }
        assertThatThrownBy(() -> people.rob.cancel(run).block(PATIENCE)).hasMessage("there is no run " + run);
        assertThatThrownBy(
                        () -> people.rob.annotate(new Annotation(run, "mine")).block(PATIENCE))
                .hasMessage("there is no run " + run);
        assertThatThrownBy(() -> people.victor.cancel(run).block(PATIENCE))
                .hasMessage("lab.cancel takes the role runner, victor is viewer");
        assertThatThrownBy(() -> people.rob.steer(run, SteerCommand.PAUSE).block(PATIENCE))
                .hasMessage("there is no run " + run);
        assertThatThrownBy(() -> people.victor.steer(run, SteerCommand.PAUSE).block(PATIENCE))
                .hasMessage("lab.steer takes the role runner, victor is viewer");
        assertThatThrownBy(() -> submit(people.victor, SLEEPS))
                .hasMessage("lab.submit takes the role runner, victor is viewer");

        assertThat(found(people.olga, run).owner().name()).isEqualTo("rita");
        people.olga.cancel(run).block(PATIENCE);
        awaitState(people.rita, run, RunState.CANCELLED);
        people.olga.remove(run).block(PATIENCE);
        assertThat(people.rita.history(HistoryQuery.NEWEST).collectList().block(PATIENCE))
                .isEmpty();
    }

    @Test
    void aSharedRunIsWatchedByEverybodyAndChangedByItsOwner() {
        People people = people();
        String run = Objects.requireNonNull(people.rita
                .submit(Submission.of(SLEEPS).forEverybody().noting("for the class"))
                .block(PATIENCE));

        assertThat(all(people.victor, run)).isEqualTo(all(people.rita, run));
        assertThat(found(people.rob, run).note()).isEqualTo("for the class");
        assertThatThrownBy(
                        () -> people.rob.annotate(new Annotation(run, "mine")).block(PATIENCE))
                .hasMessage(run + " is somebody else's");
        assertThatThrownBy(() -> people.rob.remove(run).block(PATIENCE)).hasMessage(run + " is somebody else's");
        assertThatThrownBy(() -> people.rob.steer(run, SteerCommand.PAUSE).block(PATIENCE))
                .hasMessage(run + " is somebody else's");
    }
}
