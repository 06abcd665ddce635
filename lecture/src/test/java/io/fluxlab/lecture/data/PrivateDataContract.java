package io.fluxlab.lecture.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.data.PrivateDataWorkload.Parameters;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What all ways to keep private data keep. */
abstract class PrivateDataContract extends WorkloadContract<Parameters> {

    static final int OWNERS = 7;

    private final String way;

    PrivateDataContract(String way) {
        this.way = way;
    }

    @Override
    protected Workload<Parameters> workload() {
        return new PrivateDataWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("way", way, "owners", OWNERS, "holdMillis", 1);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("way", way, "owners", OWNERS, "holdMillis", 3_600_000);
    }

    /** Which of the shared threads it was depends on who came first. */
    @Override
    protected Object lasting(Object item) {
        PrivateDataItem seen = (PrivateDataItem) item;
        return new PrivateDataItem(seen.owner(), seen.mine(), seen.seen(), seen.setOn(), "", seen.left());
    }

    @Test
    void everyOwnerIsHeard() {
        assertThat(seen())
                .extracting(PrivateDataItem::owner)
                .isEqualTo(IntStream.rangeClosed(1, OWNERS).boxed().toList());
    }

    final List<PrivateDataItem> seen() {
        return run("bounded-elastic").flatItems().stream()
                .map(PrivateDataItem.class::cast)
                .toList();
    }
}
