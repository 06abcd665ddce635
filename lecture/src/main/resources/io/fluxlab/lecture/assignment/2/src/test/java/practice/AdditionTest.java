package practice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class AdditionTest {

    @Test
    void addsIntegers() {
        assertEquals("6", Addition.add(List.of(1, 2, 3)).toString());
    }

    @Test
    void putsStringsTogether() {
        assertEquals("abc", Addition.add(List.of("a", "b", "c")));
    }

    @Test
    void putsListsTogether() {
        assertEquals(List.of(1, 2, "x"), Addition.add(List.of(List.of(1, 2), List.of("x"))));
    }

    @Test
    void doesNotAddWhatIsNotOfOneKind() {
        assertThrows(IllegalArgumentException.class, () -> Addition.add(List.of(1, "a")));
    }

    @Test
    void addsSetAfterSetWhicheverFails() throws Exception {
        List<Result> results = Addition.addAll(
                List.of(List.of("a", "b"), List.of(1, "a"), List.of(List.of(1), List.of(2))), Addition::add);

        assertEquals(new Result.Sum("ab"), results.get(0));
        assertInstanceOf(Result.Failed.class, results.get(1));
        assertEquals(new Result.Sum(List.of(1, 2)), results.get(2));
    }
}
