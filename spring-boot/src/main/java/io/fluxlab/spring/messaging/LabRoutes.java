package io.fluxlab.spring.messaging;

import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.EarlyEnd;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.error.LabException;
import io.fluxlab.lab.Lab;
import io.fluxlab.parameter.Schema;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import io.fluxlab.wire.ErrorBody;
import io.fluxlab.wire.RunEventWriter;
import io.fluxlab.wire.WireFormat;
import io.rsocket.RSocketErrorException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.MessageHeaders;
import org.springframework.messaging.handler.annotation.Header;
import org.springframework.messaging.handler.annotation.MessageExceptionHandler;
import org.springframework.messaging.handler.annotation.MessageMapping;
import org.springframework.messaging.handler.annotation.Payload;
import org.springframework.stereotype.Controller;
import org.springframework.util.MimeType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The lab's routes, as in a served lab: requests, events and errors have the wire's form, in the format that the
 * connection's set-up names. Who may call them is the application's business. Thread-safe.
 *
 * <p>Every answer is lazy and obeys demand; cancel ends the run or comparison.
 */
@Controller
public final class LabRoutes {

    private static final Logger LOG = LoggerFactory.getLogger(LabRoutes.class);

    private static final byte[] NOTHING = {};

    private final Lab lab;

    LabRoutes(Lab lab) {
        this.lab = lab;
    }

    /** What the lab has, one event each. */
    @MessageMapping("lab.workloads")
    public Flux<byte[]> workloads(@Header(MessageHeaders.CONTENT_TYPE) MimeType type) {
        return answer(type, format -> lab.workloads().map(format::write));
    }

    /** Likewise, its lanes. */
    @MessageMapping("lab.lanes")
    public Flux<byte[]> lanes(@Header(MessageHeaders.CONTENT_TYPE) MimeType type) {
        return answer(type, format -> lab.lanes().map(format::write));
    }

    /** The events of a run. */
    @MessageMapping("lab.run")
    public Flux<byte[]> run(
            @Payload(required = false) byte @Nullable [] request, @Header(MessageHeaders.CONTENT_TYPE) MimeType type) {
        return answer(type, format -> written(lab.run(read(request, RunRequest.SCHEMA, format)), format));
    }

    /** The events of a comparison. */
    @MessageMapping("lab.compare")
    public Flux<byte[]> compare(
            @Payload(required = false) byte @Nullable [] request, @Header(MessageHeaders.CONTENT_TYPE) MimeType type) {
        return answer(
                type,
                format -> lab.compare(read(request, ComparisonRequest.SCHEMA, format))
                        .map(format::write));
    }

    /** The events of a search for capacities. */
    @MessageMapping("lab.capacity")
    public Flux<byte[]> capacity(
            @Payload(required = false) byte @Nullable [] request, @Header(MessageHeaders.CONTENT_TYPE) MimeType type) {
        return answer(
                type,
                format -> lab.capacity(read(request, CapacityRequest.SCHEMA, format))
                        .map(format::write));
    }

    /** The events of a run that the payloads after the first one steer; one that makes no sense ends it with an error. */
    @MessageMapping("lab.steer")
    public Flux<byte[]> steer(Flux<byte[]> payloads, @Header(MessageHeaders.CONTENT_TYPE) MimeType type) {
        return answer(
                type,
                format -> payloads.switchOnFirst((first, all) -> {
                    if (!first.hasValue()) {
                        return Flux.empty();
                    }
                    RunRequest request = read(first.get(), RunRequest.SCHEMA, format);
                    Sinks.Empty<Void> senseless = Sinks.empty();
                    Flux<SteerCommand> commands = all.skip(1)
                            .map(payload -> read(payload, SteerCommand.SCHEMA, format))
                            .onErrorResume(error -> {
                                senseless.tryEmitError(error);
                                return Flux.never();
                            });
                    return EarlyEnd.where(written(lab.steer(request, commands), format), senseless.asMono());
                }));
    }

    /** Spring looks for this where a stream fails before its first event, and complains where it finds none. */
    @MessageExceptionHandler
    public Flux<byte[]> fail(Exception error) {
        return Flux.error(frame(error));
    }

    private static Flux<byte[]> answer(MimeType type, Function<WireFormat, Flux<byte[]>> events) {
        return Flux.defer(() -> events.apply(format(type)))
                .onErrorMap(
                        UncheckedIOException.class,
                        error -> new BrokenRunException(
                                "unwritable-item", "an item can't be written as " + type + ": " + error.getMessage()))
                .onErrorMap(LabRoutes::frame);
    }

    /** Each run has a writer of its own, which is for one thread at a time. */
    private static Flux<byte[]> written(Flux<RunEvent> events, WireFormat format) {
        RunEventWriter writer = format.eventWriter();
        return events.map(writer::write);
    }

    private static WireFormat format(MimeType type) {
        return WireFormat.of(type.toString())
                .orElseThrow(() -> InvalidRequestException.of(
                        "dataMimeType",
                        type.toString(),
                        "the set-up's data mime type must be %s or %s, was %s"
                                .formatted(WireFormat.JSON.mimeType(), WireFormat.CBOR.mimeType(), type)));
    }

    private static <R extends Record> R read(byte @Nullable [] data, Schema<R> schema, WireFormat format) {
        return schema.tryRead(format.readFields(data == null ? NOTHING : data)).orThrow();
    }

    /** What was refused or broke is told; what nobody foresaw is logged, and its message stays here. */
    private static RSocketErrorException frame(Throwable error) {
        if (error instanceof RSocketErrorException known) {
            return known;
        }
        if (error instanceof LabException known) {
            return new RSocketErrorException(
                    ErrorBody.frameCode(known), ErrorBody.of(known).toText());
        }
        LOG.error("a request to the lab failed in a way that nobody foresaw", error);
        ErrorBody body = new ErrorBody("internal-error", "the lab failed on this request", List.of());
        return new RSocketErrorException(ErrorBody.APPLICATION_ERROR, body.toText());
    }
}
