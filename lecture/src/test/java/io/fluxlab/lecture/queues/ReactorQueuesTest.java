package io.fluxlab.lecture.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.queues.ThreadQueueMoment.Bounded;
import io.fluxlab.lecture.queues.ThreadQueueMoment.Demanded;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReactorQueuesTest extends QueuesContract {

    ReactorQueuesTest() {
        super("reactor");
    }

    @ParameterizedTest
    @EnumSource(QueueOrder.class)
    void producerOfAFullSinkIsTold(QueueOrder order) {
        Bounded moment = moment(Bounded.class, order);

        assertThat(moment.producerWaits()).isFalse();
        assertThat(moment.refusal()).isEqualTo("FAIL_OVERFLOW");
    }

    @RepeatedTest(10)
    void producerMakesNoMoreThanItWasAskedFor() {
        Demanded moment = moment(Demanded.class, QueueOrder.FIFO);

        assertThat(moment.made()).isEqualTo(500);
        assertThat(moment.mostAhead()).isBetween(1, moment.asked());
    }
}
