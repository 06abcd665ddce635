package io.fluxlab.profile;

import io.fluxlab.diagnosis.Recorded;
import io.fluxlab.diagnosis.Recorded.Hot;
import io.fluxlab.diagnosis.Recorded.Kind;
import io.fluxlab.diagnosis.Recorded.Wait;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingStream;

/**
 * Records with the JDK's flight recorder what threads compute and wait for, by event streaming in this process. Events are
 * taken in on a thread of the recorder; {@link #start} and {@link #stop} are called by one thread, once, and block.
 */
final class Recorder {

    private static final Duration WORTH_RECORDING = Duration.ofMillis(1);
    private static final int MOST = 12;
    private static final int MOST_PLACES = 1_000;

    /** To clear, or to fill, what is larger takes longer than to make an object of it. */
    private static final long LARGE_BYTES = 4_096;

    private final RecordingStream stream;
    private final Map<List<String>, Long> hot = new LinkedHashMap<>();
    private final Map<Place, Total> waits = new LinkedHashMap<>();
    private long pauseNanos;
    private long collectorNanos;
    private long allocatedBytes;
    private long largeBytes;

    private record Place(Kind kind, String what, List<String> at) {}

    private record Total(long nanos, long count) {
        Total plus(long more) {
            return new Total(nanos + more, count + 1);
        }
    }

    private Recorder(RecordingStream stream) {
        this.stream = stream;
    }

    /** Starts to record. */
    static Recorder start() {
        Set<String> known = FlightRecorder.getFlightRecorder().getEventTypes().stream()
                .map(EventType::getName)
                .collect(Collectors.toSet());
        RecordingStream stream = new RecordingStream();
        Recorder recorder = new Recorder(stream);
        stream.setReuse(true);
        stream.setOrdered(false);
        if (known.contains("jdk.CPUTimeSample")) {
            stream.enable("jdk.CPUTimeSample").with("throttle", "200/s");
            stream.onEvent("jdk.CPUTimeSample", recorder::sample);
        } else {
            stream.enable("jdk.ExecutionSample").withPeriod(Duration.ofMillis(10));
            stream.onEvent("jdk.ExecutionSample", recorder::sample);
        }
        recorder.on("jdk.JavaMonitorEnter", Kind.MONITOR, "monitorClass");
        recorder.on("jdk.ThreadPark", Kind.PARK, "parkedClass");
        recorder.on("jdk.VirtualThreadPinned", Kind.PINNED, "pinnedReason");
        recorder.on("jdk.SocketRead", Kind.SOCKET, "host");
        recorder.on("jdk.SocketWrite", Kind.SOCKET, "host");
        recorder.on("jdk.FileRead", Kind.FILE, "path");
        recorder.on("jdk.FileWrite", Kind.FILE, "path");
        stream.enable("jdk.GarbageCollection");
        stream.onEvent("jdk.GarbageCollection", event -> recorder.pause(event.getDuration("sumOfPauses")));
        if (known.contains("jdk.GCCPUTime")) {
            stream.enable("jdk.GCCPUTime");
            stream.onEvent(
                    "jdk.GCCPUTime",
                    event -> recorder.collector(event.getDuration("userTime").plus(event.getDuration("systemTime"))));
        }
        stream.enable("jdk.ObjectAllocationInNewTLAB").withoutStackTrace();
        stream.onEvent("jdk.ObjectAllocationInNewTLAB", event -> recorder.allocated(event, event.getLong("tlabSize")));
        stream.enable("jdk.ObjectAllocationOutsideTLAB").withoutStackTrace();
        stream.onEvent(
                "jdk.ObjectAllocationOutsideTLAB", event -> recorder.allocated(event, event.getLong("allocationSize")));
        stream.startAsync();
        return recorder;
    }

    private void on(String name, Kind kind, String field) {
        stream.enable(name).withThreshold(WORTH_RECORDING).withStackTrace();
        stream.onEvent(name, event -> waited(kind, what(event, field), event));
    }

    /** Ends the recording, once everything that was recorded has been taken in. */
    void stop() {
        stream.stop();
        stream.close();
    }

    private synchronized void sample(RecordedEvent event) {
        List<String> at = frames(event.getStackTrace());
        if (!at.isEmpty() && hot.size() < MOST_PLACES) {
            hot.merge(at, 1L, Long::sum);
        }
    }

    private synchronized void waited(Kind kind, String what, RecordedEvent event) {
        List<String> at = frames(event.getStackTrace());
        if (kind != Kind.PINNED && at.isEmpty()) {
            return; // the JVM's own, or a pool's that waits for work
        }
        Place place = new Place(kind, what, at);
        if (waits.size() < MOST_PLACES || waits.containsKey(place)) {
            waits.put(
                    place,
                    waits.getOrDefault(place, new Total(0, 0))
                            .plus(event.getDuration().toNanos()));
        }
    }

    /** An object that opens a buffer of a thread's is one of those that fill it, and the larger the more likely. */
    private synchronized void allocated(RecordedEvent event, long bytes) {
        allocatedBytes += bytes;
        if (event.getLong("allocationSize") >= LARGE_BYTES) {
            largeBytes += bytes;
        }
    }

    private synchronized void pause(Duration pauses) {
        pauseNanos += pauses.toNanos();
    }

    private synchronized void collector(Duration used) {
        collectorNanos += used.toNanos();
    }

    /** For how long the collector held up everything, or used a CPU: whichever is more. */
    synchronized long collectorNanos() {
        return Math.max(pauseNanos, collectorNanos);
    }

    /** What was recorded; complete after {@link #stop}. */
    synchronized Recorded recorded() {
        return new Recorded(
                true,
                hot.entrySet().stream()
                        .sorted(Map.Entry.<List<String>, Long>comparingByValue().reversed())
                        .limit(MOST)
                        .map(entry -> new Hot(entry.getKey(), entry.getValue()))
                        .toList(),
                waits.entrySet().stream()
                        .map(entry -> new Wait(
                                entry.getKey().kind(),
                                entry.getKey().what(),
                                entry.getValue().nanos(),
                                entry.getValue().count(),
                                entry.getKey().at()))
                        .sorted(Comparator.comparingLong(Wait::nanos).reversed())
                        .limit(MOST)
                        .toList(),
                allocatedBytes == 0 ? 0 : (double) largeBytes / allocatedBytes);
    }

    private static String what(RecordedEvent event, String field) {
        if (!event.hasField(field)) {
            return "";
        }
        Object value = event.getValue(field);
        return value instanceof RecordedClass type ? type.getName() : value == null ? "" : String.valueOf(value);
    }

    private static List<String> frames(RecordedStackTrace stack) {
        return stack == null
                ? List.of()
                : stack.getFrames().stream()
                        .filter(RecordedFrame::isJavaFrame)
                        .filter(frame -> CodeFrames.isWorkload(
                                frame.getMethod().getType().getName()))
                        .limit(3)
                        .map(Recorder::text)
                        .toList();
    }

    private static String text(RecordedFrame frame) {
        String type = frame.getMethod().getType().getName();
        String outer = type.substring(type.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
        return type + "." + frame.getMethod().getName() + "(" + outer + ".java:" + frame.getLineNumber() + ")";
    }
}
