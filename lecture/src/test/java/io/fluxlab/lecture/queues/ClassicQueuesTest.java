package io.fluxlab.lecture.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.queues.QueueMoment.Bounded;
import io.fluxlab.lecture.queues.QueueMoment.TooOften;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassicQueuesTest extends QueuesContract {

    ClassicQueuesTest() {
        super("classic");
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void producerOfAFullQueueWaits(Order order) {
        assertThat(moment(Bounded.class, order).producerWaits()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Order.class)
    void doneTooOftenIsAnErrorWithPythonsWords(Order order) {
        assertThat(moment(TooOften.class, order).error()).isEqualTo("task_done() called too many times");
    }
}
