package io.fluxlab.lecture.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.queues.ThreadQueueMoment.Bounded;
import io.fluxlab.lecture.queues.ThreadQueueMoment.EqualPriority;
import io.fluxlab.lecture.queues.ThreadQueueMoment.TooOften;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClassicQueuesTest extends QueuesContract {

    ClassicQueuesTest() {
        super("classic");
    }

    @ParameterizedTest
    @EnumSource(QueueOrder.class)
    void producerOfAFullQueueWaits(QueueOrder order) {
        assertThat(moment(Bounded.class, order).producerWaits()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(QueueOrder.class)
    void onlyTheCallOfDoneThatIsOneTooManyIsRefusedAndTheQueueWorksOn(QueueOrder order) {
        TooOften moment = moment(TooOften.class, order);

        assertThat(moment.refused()).containsExactly(moment.items() + 1);
        assertThat(moment.error()).isEqualTo("task_done() called too many times");
        assertThat(moment.worksOn()).isTrue();
    }

    @Test
    void itemsOfOnePriorityComeAsTheyCompareUnlessTheyAreNumbered() {
        EqualPriority moment = moment(EqualPriority.class, QueueOrder.PRIORITY);

        assertThat(moment.asPairs()).isSorted().containsExactlyInAnyOrderElementsOf(moment.put());
        assertThat(moment.byPriorityAlone())
                .isNotEqualTo(moment.put())
                .containsExactlyInAnyOrderElementsOf(moment.put());
        assertThat(moment.numbered()).isEqualTo(moment.put());
        assertThat(moment.refused()).containsExactly(2);
        assertThat(moment.error()).isEqualTo("ClassCastException");
        assertThat(moment.inside()).isEqualTo(1);
    }
}
