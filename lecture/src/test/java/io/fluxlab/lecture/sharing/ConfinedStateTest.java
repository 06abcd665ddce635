package io.fluxlab.lecture.sharing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConfinedStateTest extends SoundStateContract {

    ConfinedStateTest() {
        super("confined");
    }

    @Test
    void onlyOneThreadTouchesWhatIsConfined() {
        Found found = found();

        assertThat(List.of(
                        found.names().touchedBy(),
                        found.list().touchedBy(),
                        found.counter().touchedBy()))
                .containsOnly(List.of("owner"));
    }
}
