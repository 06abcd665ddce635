package io.fluxlab.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.fluxlab.catalog.RenderWorkload.Parameters;
import io.fluxlab.workload.ComputingWorkloadContract;
import io.fluxlab.workload.Workload;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderWorkloadTest extends ComputingWorkloadContract<Parameters> {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int LARGEST_ORDER = 500;

    @Override
    protected Workload<Parameters> workload() {
        return new RenderWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("kilobytes", 20, "documents", 3, "tasks", 4);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("kilobytes", 200, "documents", 1_000_000, "tasks", 64);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1000, 100_000})
    void documentIsAsLongAsAskedFor(int bytes) throws Exception {
        assertThat(Orders.json(bytes)).hasSizeBetween(bytes, bytes + LARGEST_ORDER);
    }

    @Test
    void documentIsPrintedAsItWasParsed() throws Exception {
        byte[] document = Orders.json(10_000);

        assertThat(JSON.writeValueAsBytes(JSON.readTree(document))).isEqualTo(document);
    }

    @Test
    void countsTheBytesOfAllDocuments() throws Exception {
        long length = Orders.json(20_000).length;

        assertThat(run("parallel").flatItems()).containsExactly(3 * length, 3 * length, 3 * length, 3 * length);
    }
}
