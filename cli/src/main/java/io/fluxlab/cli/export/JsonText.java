package io.fluxlab.cli.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fluxlab.cli.figure.CapacityReport;
import io.fluxlab.cli.figure.Report;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonEvent.Proved;
import io.fluxlab.wire.WireFormat;
import java.io.IOException;
import java.util.List;

/** A report as one JSON object: the fields of the first event and of the verdict, as they travel, in one. */
final class JsonText {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What makes an event of it. */
    private static final List<String> EVENT = List.of("type", "seq", "atNanos");

    private JsonText() {}

    static String of(Report report) throws IOException {
        ObjectNode all = MAPPER.createObjectNode();
        all.setAll(fields(report.started()));
        all.put("wallNanos", report.nanos());
        all.set("verdict", fields(report.verdict()));
        if (!report.explanation().isEmpty()) {
            ArrayNode findings = all.putArray("findings");
            ArrayNode proofs = all.putArray("proofs");
            for (ComparisonEvent event : report.explanation().events()) {
                (event instanceof Proved ? proofs : findings).add(fields(event));
            }
        }
        return MAPPER.writeValueAsString(all) + "\n";
    }

    static String of(CapacityReport report) throws IOException {
        ObjectNode all = MAPPER.createObjectNode();
        all.setAll(fields(report.started()));
        all.put("wallNanos", report.finished().atNanos());
        all.setAll(fields(report.finished()));
        return MAPPER.writeValueAsString(all) + "\n";
    }

    private static ObjectNode fields(Object value) throws IOException {
        JsonNode tree = MAPPER.readTree(WireFormat.JSON.write(value));
        return ((ObjectNode) tree).remove(EVENT);
    }
}
