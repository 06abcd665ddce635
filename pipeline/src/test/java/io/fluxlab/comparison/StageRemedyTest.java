package io.fluxlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.diagnosis.Cause;
import io.fluxlab.measure.StageUse;
import io.fluxlab.measure.StageUse.Returns;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StageRemedyTest {

    private static final long MILLI = 1_000_000;
    private static final int CALLS = 10;

    @Test
    void eachStageGoesWhereItBelongs() {
        assertThat(StageRemedy.placement(
                        Cause.WAITING,
                        List.of(
                                stage("fetch", 0, 20, 0L, Returns.PUBLISHER),
                                stage("parse", 5, 0, 5L, Returns.VALUE),
                                stage("store", 10, 0, 0L, Returns.VALUE))))
                .contains("fetch@event-loop,parse@parallel,store@bounded-elastic");
    }

    @Test
    void whatComputesBesideManyOthersIsNotTakenForWaiting() {
        int atOnce = 8 * Runtime.getRuntime().availableProcessors();

        assertThat(StageRemedy.placement(
                        Cause.CPU_BOUND,
                        List.of(
                                stage("parse", 40, 0, 5L, Returns.VALUE, atOnce),
                                stage("store", 10, 0, 0L, Returns.VALUE, atOnce))))
                .contains("parse@parallel,store@bounded-elastic");
    }

    @Test
    void cheapStagesStayWhereTheyAre() {
        assertThat(StageRemedy.placement(
                        Cause.HOP_BOUND,
                        List.of(stage("add", 0, 0, 0L, Returns.VALUE), stage("double", 0, 0, 0L, Returns.VALUE))))
                .contains("event-loop");
    }

    @Test
    void nothingIsTriedThatTheCauseOrTheFiguresDoNotSpeakFor() {
        List<StageUse> known =
                List.of(stage("parse", 5, 0, 5L, Returns.VALUE), stage("store", 10, 0, 0L, Returns.VALUE));
        List<StageUse> virtual =
                List.of(stage("parse", 5, 0, null, Returns.VALUE), stage("store", 10, 0, null, Returns.VALUE));

        assertThat(StageRemedy.placement(Cause.GARBAGE_BOUND, known)).isEmpty();
        assertThat(StageRemedy.placement(Cause.WAITING, virtual)).isEmpty();
        assertThat(StageRemedy.placement(Cause.WAITING, known.subList(0, 1))).isEmpty();
    }

    private static StageUse stage(
            String name, long workMillis, long waitMillis, @Nullable Long cpuMillis, Returns returns) {
        return stage(name, workMillis, waitMillis, cpuMillis, returns, 1);
    }

    private static StageUse stage(
            String name, long workMillis, long waitMillis, @Nullable Long cpuMillis, Returns returns, int atOnce) {
        return new StageUse(
                name,
                CALLS,
                CALLS * workMillis * MILLI,
                CALLS * waitMillis * MILLI,
                0,
                cpuMillis == null ? null : (Long) (CALLS * cpuMillis * MILLI),
                0,
                null,
                0,
                atOnce,
                256,
                32,
                returns);
    }
}
