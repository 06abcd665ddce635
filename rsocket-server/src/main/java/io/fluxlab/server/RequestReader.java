package io.fluxlab.server;

import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.FieldErrors;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.kept.RunKind;
import io.fluxlab.kept.Submission;
import io.fluxlab.lab.Lab;
import io.fluxlab.library.ScenarioLibrary;
import io.fluxlab.library.ScenarioRequest;
import io.fluxlab.parameter.Names;
import io.fluxlab.parameter.Reading;
import io.fluxlab.parameter.Schema;
import io.fluxlab.run.RunRequest;
import io.fluxlab.wire.Route;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.rsocket.ConnectionSetupPayload;
import io.rsocket.Payload;
import io.rsocket.metadata.WellKnownMimeType;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Reads what one connection sends, in the formats that its set-up named. Immutable. */
final class RequestReader {

    private static final String COMPOSITE = WellKnownMimeType.MESSAGE_RSOCKET_COMPOSITE_METADATA.getString();
    private static final String ROUTING = WellKnownMimeType.MESSAGE_RSOCKET_ROUTING.getString();

    private final String metadataMimeType;
    private final String dataMimeType;

    RequestReader(ConnectionSetupPayload setup) {
        this.metadataMimeType = setup.metadataMimeType();
        this.dataMimeType = setup.dataMimeType();
    }

    /** The format that data travels in, both ways. */
    WireFormat format() {
        return WireFormat.of(dataMimeType).orElseThrow(() -> {
            List<String> known = List.of(WireFormat.JSON.mimeType(), WireFormat.CBOR.mimeType());
            return InvalidRequestException.of(
                    "dataMimeType",
                    dataMimeType,
                    "the set-up's data mime type must be %s, was %s"
                            .formatted(String.join(" or ", known), dataMimeType));
        });
    }

    /** The route that a request names. */
    Route route(Payload request) {
        if (!metadataMimeType.equals(COMPOSITE)) {
            throw InvalidRequestException.of(
                    "metadataMimeType",
                    metadataMimeType,
                    "the set-up's metadata mime type must be %s, was %s".formatted(COMPOSITE, metadataMimeType));
        }
        String id = routing(request)
                .orElseThrow(() -> InvalidRequestException.of(
                        "route",
                        null,
                        "the request names no route: its metadata must hold, among the first %d entries, one of %s with one of %s"
                                .formatted(MetadataEntries.MOST, ROUTING, String.join(", ", Route.ids()))));
        return Route.of(id)
                .orElseThrow(() -> InvalidRequestException.of(
                        "route", id, "unknown route " + Names.shortened(id) + Names.hint(id, Route.ids())));
    }

    private static Optional<String> routing(Payload request) {
        try {
            return MetadataEntries.find(ROUTING, request.sliceMetadata()).map(RequestReader::firstTag);
        } catch (IllegalArgumentException | IllegalStateException | IndexOutOfBoundsException e) {
            throw new InvalidRequestException(
                    "invalid-request",
                    "the request's metadata is not composite metadata",
                    List.of(new FieldError("metadata", null, "it must be " + COMPOSITE)));
        }
    }

    private static String firstTag(ByteBuf tags) {
        int length = tags.readUnsignedByte();
        return tags.readCharSequence(length, StandardCharsets.UTF_8).toString();
    }

    /** The data as a record. */
    <R extends Record> R read(Payload request, Schema<R> schema) {
        return read(request, schema, whole -> List.of());
    }

    /** The data as a record; where some of it is wrong, what is wrong with the rest comes in the same error. */
    <R extends Record> R read(Payload request, Schema<R> schema, Function<R, List<FieldError>> mistakes) {
        return read(fields(request), schema, mistakes, List.of());
    }

    private Map<String, Object> fields(Payload request) {
        return format().readFields(ByteBufUtil.getBytes(request.sliceData()));
    }

    /** A request with what else its submission says: what is wrong with either comes in one error. */
    Submission submission(Payload request, Lab lab, ScenarioLibrary library) {
        return submission(fields(request), lab, library);
    }

    /** A request with what else its submission says, of fields that were read before; all mistakes come in one error. */
    static Submission submission(Map<String, Object> fields, Lab lab, ScenarioLibrary library) {
        Map<String, Object> rest = new LinkedHashMap<>(fields);
        Map<String, Object> ofLabel = new LinkedHashMap<>();
        for (String name : Submission.Label.SCHEMA.names()) {
            if (rest.containsKey(name)) {
                ofLabel.put(name, rest.remove(name));
            }
        }
        Reading<Submission.Label> label = Submission.Label.SCHEMA.tryRead(ofLabel);
        List<FieldError> wrong = label.errors();
        RunKind kind = label.rest().map(Submission.Label::kind).orElse(null);
        if (kind == null) {
            throw new InvalidRequestException(wrong);
        }
        Submission.Work work = switch (kind) {
            case RUN -> new Submission.OfRun(read(rest, RunRequest.SCHEMA, lab::mistakes, wrong));
            case COMPARISON -> new Submission.OfComparison(read(rest, ComparisonRequest.SCHEMA, lab::mistakes, wrong));
            case CAPACITY -> new Submission.OfCapacity(read(rest, CapacityRequest.SCHEMA, lab::mistakes, wrong));
            case SCENARIO -> new Submission.OfScenario(read(rest, ScenarioRequest.SCHEMA, library::mistakes, wrong));
        };
        return new Submission(work, label.orThrow());
    }

    private static <R extends Record> R read(
            Map<String, Object> fields,
            Schema<R> schema,
            Function<R, List<FieldError>> mistakes,
            List<FieldError> wrong) {
        Reading<R> reading = schema.tryRead(fields);
        if (reading.errors().isEmpty() && wrong.isEmpty()) {
            return reading.orThrow();
        }
        FieldErrors errors = new FieldErrors();
        errors.addAll(wrong);
        errors.addAll(reading.errors());
        if (!errors.isFull()) {
            reading.rest().map(mistakes).ifPresent(errors::addAll);
        }
        throw new InvalidRequestException(errors.found());
    }
}
