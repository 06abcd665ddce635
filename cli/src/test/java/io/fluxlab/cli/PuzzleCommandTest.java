package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PuzzleCommandTest {

    @Test
    void scheduleIsPlayedAndItsFaultExplained() {
        var run = CommandRun.of("lecture", "puzzle", "lost-update", "--schedule", "A,B,b,B,a,A");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains(
                        "x is 1, and should be 2: an update is lost.",
                        "In turn 1 thread A read x; in turn 4 thread B stored",
                        "The schedule that led to it: A B B B A A");
    }

    @Test
    void scheduleThatGoesWellIsSaidToHaveDoneSo() {
        var run = CommandRun.of("lecture", "puzzle", "lost-update", "--schedule", "B,B,B,A,A,A");

        assertThat(run.out()).contains("nothing went wrong").doesNotContain("lost.", "led to it");
    }

    @Test
    void unfinishedScheduleNamesWhoCanGoOn() {
        assertThat(CommandRun.of("lecture", "puzzle", "lost-update", "--fixed", "--schedule", "A")
                        .out())
                .contains("Not at its end: these can go on: A.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lost-update --explore | 18 of 20 schedules go wrong",
                "lost-update --explore --fixed | none of 2 goes wrong",
                "deadlock --explore | 2 of 6 schedules go wrong",
                "deadlock --explore --fixed | none of 2 goes wrong",
                "if-instead-of-while --explore | 2 of 24 schedules go wrong",
                "if-instead-of-while --explore --fixed | none of 24 goes wrong",
                "if-instead-of-while --schedule A,A,A,P,P,P,P,B,B,B,B,A,A | B took that item (turn 10)",
                "deadlock --schedule A,B --lang ru | A ждёт блокировку m2, её держит B"
            })
    void everyPuzzleTellsWhatThereIs(String line, String text) {
        var run = CommandRun.of(("lecture puzzle " + line).split(" "));

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "deadlok | unknown puzzle deadlok; did you mean deadlock?",
                "deadlock | a puzzle is played with keys, and this is no terminal",
                "deadlock --schedule A,C | turn 2: a thread must be one of A, B, was 'C'",
                "deadlock --schedule A,A,B | turn 3: B can't go on there; these can: A",
                "deadlock --schedule A,B,A | turn 3: A can't go on there; nobody can",
                "deadlock --auto --explore | exclude each other",
                "foo | unknown puzzle foo; known are lost-update, deadlock, if-instead-of-while",
                "foo --lang ru | нет такой головоломки: foo; есть lost-update, deadlock, if-instead-of-while",
                "deadlok --lang ru | нет такой головоломки: deadlok; может быть, deadlock?",
                "deadlock --lang ru | в головоломку играют клавишами, а это не терминал",
                "deadlock --schedule A,Z --lang ru | ход 2: поток должен быть одним из A, B, указано «Z»",
                "deadlock --schedule A,A,B --lang ru | ход 3: B здесь не может продолжать; могут: A",
                "deadlock --schedule A,B,A --lang ru | ход 3: A здесь не может продолжать, и никто не может",
                "deadlock --auto --explore --lang ru | исключают друг друга"
            })
    void whatCanNotBePlayedIsBadUsage(String line, String message) {
        var run = CommandRun.of(("lecture puzzle " + line).split(" "));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(message);
    }

    @Test
    void seedRepeatsARandomPlay() {
        var first = CommandRun.of("lecture", "puzzle", "if-instead-of-while", "--auto");
        String seed = first.out().replaceAll("(?s).*--seed (\\d+).*", "$1");

        assertThat(CommandRun.of("lecture", "puzzle", "if-instead-of-while", "--auto", "--seed", seed)
                        .out())
                .isEqualTo(first.out());
    }

    @Test
    void programsGetOneObject() throws IOException {
        var mapper = new ObjectMapper();
        var played = mapper.readTree(CommandRun.of("lecture", "puzzle", "deadlock", "--schedule", "A,B", "--json")
                .out());
        var explored = mapper.readTree(CommandRun.of("lecture", "puzzle", "deadlock", "--explore", "--json")
                .out());

        assertThat(played.at("/outcome").asText()).isEqualTo("deadlock");
        assertThat(played.at("/blocked/0/holder").asText()).isEqualTo("B");
        assertThat(explored.at("/schedules").asInt()).isEqualTo(6);
        assertThat(explored.at("/shortest")).hasSize(2);
    }
}
