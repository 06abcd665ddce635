package io.fluxlab.lecture.queues;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.queues.QueuesWorkload.Parameters;
import io.fluxlab.lecture.queues.ThreadQueueMoment.Bounded;
import io.fluxlab.lecture.queues.ThreadQueueMoment.Crowd;
import io.fluxlab.lecture.queues.ThreadQueueMoment.Joined;
import io.fluxlab.lecture.queues.ThreadQueueMoment.Ordered;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What both kinds of queue keep. */
abstract class QueuesContract extends WorkloadContract<Parameters> {

    private static final int ITEMS = 500;
    private static final int CAPACITY = 4;

    private final String way;

    QueuesContract(String way) {
        this.way = way;
    }

    @Override
    protected Workload<Parameters> workload() {
        return new QueuesWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("way", way, "items", ITEMS, "producers", 3, "consumers", 3, "capacity", CAPACITY);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("way", way, "items", 100_000_000);
    }

    /** How full a queue was, and what a later item overtook, is no two times the same. */
    @Override
    protected Object lasting(Object item) {
        ThreadQueueMoment moment = (ThreadQueueMoment) item;
        return moment instanceof Ordered ? moment : moment.moment() + moment.queue();
    }

    @ParameterizedTest
    @EnumSource(QueueOrder.class)
    void itemsComeOutInTheQueuesOrder(QueueOrder order) {
        Ordered moment = moment(Ordered.class, order);

        Comparator<PrioritizedItem> asItComes = switch (order) {
            case FIFO -> Comparator.comparingInt(PrioritizedItem::number);
            case LIFO -> Comparator.comparingInt(PrioritizedItem::number).reversed();
            case PRIORITY -> Comparator.naturalOrder();
        };
        assertThat(moment.got()).isSortedAccordingTo(asItComes).containsExactlyInAnyOrderElementsOf(moment.put());
        assertThat(moment.put()).isSortedAccordingTo(Comparator.comparingInt(PrioritizedItem::number));
        assertThat(moment.put()).isNotEqualTo(moment.put().stream().sorted().toList());
    }

    @ParameterizedTest
    @EnumSource(QueueOrder.class)
    void joinReturnsAfterTheLastIsDone(QueueOrder order) {
        Joined moment = moment(Joined.class, order);

        assertThat(moment.doneWhileWaiting()).isEqualTo(moment.items() - 1);
        assertThat(moment.doneWhenJoined()).isEqualTo(moment.items());
    }

    @ParameterizedTest
    @EnumSource(QueueOrder.class)
    void fullQueueTakesOneMoreOnceOneIsGone(QueueOrder order) {
        Bounded moment = moment(Bounded.class, order);

        assertThat(moment.putBefore()).isEqualTo(CAPACITY);
        assertThat(moment.putAfter()).isEqualTo(CAPACITY + 1);
    }

    @RepeatedTest(20)
    void nothingIsLostOrDoubledInACrowd() {
        for (QueueOrder order : QueueOrder.values()) {
            Crowd moment = moment(Crowd.class, order);

            assertThat(moment.put()).isEqualTo(ITEMS);
            assertThat(moment.got()).isEqualTo(ITEMS);
            assertThat(moment.twice()).isZero();
            assertThat(moment.doneWhenJoined()).isEqualTo(ITEMS);
            assertThat(moment.mostInside()).isBetween(1, CAPACITY);
        }
    }

    @RepeatedTest(20)
    void nothingIsOvertakenInAFifoQueue() {
        assertThat(moment(Crowd.class, QueueOrder.FIFO).overtaken()).isZero();
    }

    final <M extends ThreadQueueMoment> M moment(Class<M> type, QueueOrder order) {
        List<Object> moments = run("bounded-elastic").flatItems();
        return moments.stream()
                .filter(moment -> type.isInstance(moment) && ((ThreadQueueMoment) moment).queue() == order)
                .map(type::cast)
                .findFirst()
                .orElseThrow();
    }
}
