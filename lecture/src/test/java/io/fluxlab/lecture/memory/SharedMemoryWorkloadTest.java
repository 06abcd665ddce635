package io.fluxlab.lecture.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.lecture.memory.SharedMemoryWorkload.Parameters;
import io.fluxlab.run.Guests;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;

class SharedMemoryWorkloadTest extends WorkloadContract<Parameters> {

    private static final Path MAPS = Path.of("/proc/self/maps");

    private static List<Object> story = List.of();

    @Override
    protected Workload<Parameters> workload() {
        return new SharedMemoryWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("processes", 2, "increments", 200_000, "trips", 20, "rounds", 1);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("increments", 1_000_000_000, "rounds", 1000, "limitMillis", 7_200_000);
    }

    /** Figures differ. */
    @Override
    protected Object lasting(Object item) {
        return switch ((MemoryMoment) item) {
            case MemoryMoment.Changed changed -> List.of(changed.num(), changed.arr());
            case MemoryMoment.Counted counted -> counted.lost() > 0;
            case MemoryMoment.HandOver handOver -> handOver.trips();
        };
    }

    @Test
    void parentSeesWhatTheChildHasChanged() {
        assertThat(moments(MemoryMoment.Changed.class)).singleElement().satisfies(changed -> {
            assertThat(changed.numBefore()).isZero();
            assertThat(changed.arrBefore()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
            assertThat(changed.num()).isEqualTo(3.1415927);
            assertThat(changed.arr()).containsExactly(0, -1, -2, -3, -4, -5, -6, -7, -8, -9);
            assertThat(changed.changedBy()).isNotEqualTo(changed.seenBy());
        });
    }

    @Test
    void updatesAreLostUnlessEachIsOneStepOrUnderALock() {
        List<MemoryMoment.Counted> counted = moments(MemoryMoment.Counted.class);

        assertThat(counted)
                .extracting(MemoryMoment.Counted::moment)
                .containsExactly("in-steps", "under-lock", "at-once");
        assertThat(counted.get(0).lost()).isPositive();
        assertThat(counted.subList(1, counted.size())).allSatisfy(sound -> {
            assertThat(sound.lost()).isZero();
            assertThat(sound.increments()).isEqualTo(counted.get(0).increments());
        });
    }

    @Test
    void oneCellHasAnotherAddressWhereverItIsMapped() {
        assumeThat(MAPS).isReadable();
        assertThat(moments(MemoryMoment.Changed.class)).singleElement().satisfies(changed -> {
            assertThat(List.of(changed.addressHere(), changed.addressThere(), changed.addressAgain()))
                    .doesNotHaveDuplicates()
                    .allMatch(address -> address.startsWith("0x"));
            assertThat(changed.numAgain()).isEqualTo(changed.num());
        });
    }

    @Test
    void handOversAreMeasuredSideBySide() {
        assertThat(moments(MemoryMoment.HandOver.class)).singleElement().satisfies(round -> {
            assertThat(round.memoryMicros()).isPositive();
            assertThat(round.byQueue()).isEqualTo(round.memoryMicros() / round.queueMicros());
            assertThat(round.byPipe()).isEqualTo(round.memoryMicros() / round.pipeMicros());
            assertThat(round.seenAtOnce()).isBetween(0.0, 1.0);
        });
    }

    @Test
    void cancelLeavesNoProcessAndNoFileWithinASecond() throws Exception {
        assumeThat(MAPS).isReadable();
        Guests guests = new Guests();
        AtomicBoolean busy = new AtomicBoolean();
        Disposable run = lab().run(RunRequest.of("shared-memory", "event-loop").with(endless()))
                .subscribe(event -> busy.compareAndSet(false, event instanceof TaskItems), error -> {});
        await().atMost(Duration.ofSeconds(60)).untilTrue(busy);
        List<Path> files = mapped();
        assertThat(files).hasSize(1).allMatch(Files::exists);

        run.dispose();

        guests.leaveWithinASecond();
        assertThat(files).noneMatch(file -> Files.exists(file.getParent()));
    }

    /** The files that this process has mapped, once or twice, and that are still there, from the operating system's list. */
    private static List<Path> mapped() throws IOException {
        try (Stream<String> lines = Files.lines(MAPS)) {
            return lines.filter(line -> line.contains("/fluxlab-") && line.endsWith("/shared"))
                    .map(line -> Path.of(line.substring(line.indexOf('/'))))
                    .distinct()
                    .toList();
        }
    }

    private <T extends MemoryMoment> List<T> moments(Class<T> type) {
        if (story.isEmpty()) {
            RunLog run = run("event-loop");
            assertThat(run.failures()).isEmpty();
            story = run.flatItems();
        }
        return story.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
