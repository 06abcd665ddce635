package io.fluxlab.lecture.manager;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.manager.MethodCall.Method;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What objects answer, and when, to processes that are only numbers here. */
class ManagedTest {

    private final List<String> answers = new ArrayList<>();

    @Test
    void queueMakesWhoPutsWaitForRoomAndWhoGetsForAMessage() {
        ManagedQueue queue = new ManagedQueue(1);

        queue.call(MethodCall.of(Method.GET), client(1));
        queue.call(put("a"), client(2));
        queue.call(put("b"), client(2));
        queue.call(put("c"), client(3));
        assertThat(answers).containsExactly("1 true [a]", "2 true []", "2 true []");

        queue.call(MethodCall.of(Method.GET), client(1));
        queue.call(MethodCall.of(Method.GET), client(1));
        assertThat(answers.subList(3, answers.size())).containsExactly("1 true [b]", "3 true []", "1 true [c]");
        assertThat(queue.mostInside()).isEqualTo(1);
    }

    @Test
    void semaphoreLetsTheNextOneInWhenOneGoes() {
        ManagedSemaphore semaphore = new ManagedSemaphore(1);

        semaphore.call(MethodCall.of(Method.ACQUIRE), client(1));
        semaphore.call(MethodCall.of(Method.ACQUIRE), client(2));
        semaphore.call(MethodCall.of(Method.RELEASE), client(1));
        semaphore.call(MethodCall.of(Method.RELEASE), client(2));
        semaphore.call(MethodCall.of(Method.RELEASE), client(2));

        assertThat(answers).containsExactly("1 true []", "2 true []", "1 true []", "2 true []", "2 false []");
    }

    @Test
    void eventFreesAllWhoWait() {
        List<String> waits = new ArrayList<>();
        ManagedEvent event = new ManagedEvent(() -> waits.add("one"));

        event.call(MethodCall.of(Method.WAIT_SET), client(1));
        event.call(MethodCall.of(Method.WAIT_SET), client(2));
        assertThat(answers).isEmpty();
        assertThat(waits).hasSize(2);
        assertThat(event.waiting()).isEqualTo(2);

        event.call(MethodCall.of(Method.SET), client(3));
        event.call(MethodCall.of(Method.WAIT_SET), client(4));
        event.call(MethodCall.of(Method.CLEAR), client(3));
        event.call(MethodCall.of(Method.IS_SET), client(3));
        assertThat(answers)
                .containsExactly("1 true []", "2 true []", "3 true []", "4 true []", "3 true []", "3 false []");
    }

    @Test
    void conditionGivesItsLockAwayDuringAWaitAndBackBehindWhoHoldsIt() {
        ManagedCondition condition = new ManagedCondition();

        condition.call(MethodCall.of(Method.LOCK), client(1));
        condition.call(MethodCall.of(Method.WAIT), client(1));
        condition.call(MethodCall.of(Method.LOCK), client(2));
        condition.call(new MethodCall(Method.NOTIFY, 1, List.of()), client(2));
        assertThat(answers).containsExactly("1 true []", "2 true []", "2 true []");

        condition.call(MethodCall.of(Method.UNLOCK), client(2));
        assertThat(answers.subList(3, answers.size())).containsExactly("2 true []", "1 true []");
        assertThat(condition.waits()).isEqualTo(1);
    }

    @Test
    void conditionRefusesWhoDoesNotHoldItsLock() {
        ManagedCondition condition = new ManagedCondition();

        condition.call(MethodCall.of(Method.LOCK), client(1));
        condition.call(MethodCall.of(Method.WAIT), client(2));
        condition.call(new MethodCall(Method.NOTIFY, 1, List.of()), client(2));

        assertThat(answers).containsExactly("1 true []", "2 false []", "2 false []");
    }

    private static MethodCall put(String message) {
        return new MethodCall(Method.PUT, 0, List.of(message));
    }

    private WaitingProcess client(long process) {
        return new WaitingProcess(
                process, answer -> answers.add(process + " " + answer.truth() + " " + answer.message()));
    }
}
