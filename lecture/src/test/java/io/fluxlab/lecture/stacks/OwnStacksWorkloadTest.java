package io.fluxlab.lecture.stacks;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.stacks.OwnStacksWorkload.Parameters;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnStacksWorkloadTest extends WorkloadContract<Parameters> {

    @Override
    protected Workload<Parameters> workload() {
        return new OwnStacksWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("steps", 1000);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("steps", Long.MAX_VALUE, "limitMillis", 7_200_000);
    }

    /** The object on the heap is another one each time. */
    @Override
    protected Object lasting(Object item) {
        Stack stack = (Stack) item;
        return List.of(stack.thread(), stack.frames(), stack.locals(), stack.counted(), stack.entries());
    }

    @Test
    void eachThreadHasItsOwnStackAndAllHaveOneHeap() {
        RunLog run = run("bounded-elastic");

        List<Stack> stacks = run.flatItems().stream().map(Stack.class::cast).toList();
        assertThat(stacks).extracting(Stack::frames).containsExactly(11, 501);
        assertThat(stacks).allSatisfy(stack -> {
            assertThat(stack.locals()).isEqualTo(stack.depth() + 1);
            assertThat(stack.counted()).isEqualTo(stack.steps());
            assertThat(stack.entries()).isEqualTo(2);
            assertThat(stack.heapObject()).isEqualTo(stacks.get(0).heapObject());
        });
    }
}
