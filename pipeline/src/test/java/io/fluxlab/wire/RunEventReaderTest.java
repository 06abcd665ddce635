package io.fluxlab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import io.fluxlab.run.RunEvent;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Databind is the measure: a reader of events may be faster, and nothing else. */
@ParameterizedClass
@EnumSource
class RunEventReaderTest {

    private static final RunEvent GOOD = new RunEvent.TaskFinished(5, 7, 7, 512, 999, 3L);

    @Parameter
    private WireFormat format;

    private RunEventReader reader;

    private RunEvent read(byte[] bytes) {
        return reader().read(Unpooled.wrappedBuffer(bytes));
    }

    private RunEventReader reader() {
        if (reader == null) {
            reader = format.eventReader();
        }
        return reader;
    }

    private ObjectMapper mapper() {
        return switch (format) {
            case JSON -> new ObjectMapper();
            case CBOR -> new CBORMapper();
        };
    }

    private byte[] changed(RunEvent event, Consumer<ObjectNode> change) throws IOException {
        ObjectNode node = (ObjectNode) mapper().readTree(format.write(event));
        change.accept(node);
        return mapper().writeValueAsBytes(node);
    }

    private void assertReadAsDatabindDoes(byte[] bytes) {
        assertThat(Outcome.of(() -> read(bytes)))
                .as("%s", HexFormat.of().formatHex(bytes))
                .usingRecursiveComparison()
                .withStrictTypeChecking()
                .isEqualTo(Outcome.of(() -> format.read(bytes, RunEvent.class)));
        assertThat(read(format.write(GOOD))).isEqualTo(GOOD);
    }

    @Test
    void theRecordsAreThoseOfDatabindWhateverCameBefore() {
        for (int time = 0; time < 3; time++) {
            for (RunEvent event : SampleEvents.all()) {
                byte[] bytes = format.write(event);
                assertThat(read(bytes)).isEqualTo(format.read(bytes, RunEvent.class));
            }
        }
    }

    @Test
    void whatIsNotKnownIsSkipped() throws IOException {
        for (RunEvent event : SampleEvents.all()) {
            byte[] bytes = changed(event, node -> {
                node.put("since", "a later version");
                node.putObject("nested").putArray("seq").add(1).addObject().put("task", 2);
                node.putNull("nothing");
            });
            assertThat(read(bytes)).isEqualTo(format.read(format.write(event), RunEvent.class));
            assertReadAsDatabindDoes(bytes);
        }
    }

    @Test
    void whatIsMissingOrOfAnotherTypeIsReadAsDatabindDoes() throws IOException {
        for (RunEvent event : SampleEvents.all()) {
            ObjectNode whole = (ObjectNode) mapper().readTree(format.write(event));
            for (String field : (Iterable<String>) whole::fieldNames) {
                assertReadAsDatabindDoes(changed(event, node -> node.remove(field)));
                assertReadAsDatabindDoes(changed(event, node -> node.putNull(field)));
                assertReadAsDatabindDoes(changed(event, node -> node.put(field, "12")));
                assertReadAsDatabindDoes(changed(event, node -> node.put(field, 2.5)));
                assertReadAsDatabindDoes(changed(event, node -> node.put(field, Long.MAX_VALUE)));
                assertReadAsDatabindDoes(changed(event, node -> node.put(field, true)));
                assertReadAsDatabindDoes(changed(event, node -> node.putArray(field)));
                assertReadAsDatabindDoes(changed(event, node -> node.putObject(field)));
            }
        }
    }

    @Test
    void theOrderOfTheFieldsDoesNotMatter() throws IOException {
        for (RunEvent event : SampleEvents.all()) {
            ObjectNode whole = (ObjectNode) mapper().readTree(format.write(event));
            for (String field : (Iterable<String>) whole::fieldNames) {
                byte[] bytes = changed(event, node -> node.set(field, node.remove(field)));
                assertThat(read(bytes)).isEqualTo(format.read(format.write(event), RunEvent.class));
            }
        }
    }

    @Test
    void bytesThatAreCutAreReadAsDatabindDoes() {
        for (RunEvent event : SampleEvents.all()) {
            byte[] bytes = format.write(event);
            for (int length = 0; length < Math.min(400, bytes.length); length++) {
                assertReadAsDatabindDoes(Arrays.copyOf(bytes, length));
            }
        }
    }

    @Test
    void bytesThatAreSpoiltAreReadAsDatabindDoes() {
        Random random = new Random(7);
        for (RunEvent event : SampleEvents.all()) {
            byte[] bytes = format.write(event);
            for (int time = 0; time < 500; time++) {
                byte[] spoilt = bytes.clone();
                spoilt[random.nextInt(Math.min(400, bytes.length))] = (byte) random.nextInt();
                assertReadAsDatabindDoes(spoilt);
            }
        }
    }

    @Test
    void whatFollowsTheEventIsIgnored() {
        for (RunEvent event : SampleEvents.all()) {
            byte[] bytes = format.write(event);
            for (byte[] rest : List.of(new byte[] {' '}, new byte[] {'{'}, format.write(event), new byte[20_000])) {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + rest.length);
                System.arraycopy(rest, 0, longer, bytes.length, rest.length);
                assertReadAsDatabindDoes(longer);
            }
        }
    }

    @Test
    void whatIsNoEventIsRefusedEveryTime() {
        for (int time = 0; time < 3; time++) {
            for (Object other : List.of("text", List.of(1), 1, Map.of("type", "task-sung"))) {
                byte[] bytes = format.write(other);
                assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> read(bytes));
            }
        }
        assertThat(read(format.write(GOOD))).isEqualTo(GOOD);
    }

    @Test
    void oneParserServesManyEventsAndNotForever() {
        byte[] bytes = format.write(GOOD);
        for (int i = 0; i < 10_000; i++) {
            assertThat(read(bytes)).isEqualTo(GOOD);
        }
        assertThat(reader().parsers()).isEqualTo(3);
    }

    @Test
    void theFrameIsLeftAsItIs() {
        byte[] bytes = format.write(GOOD);
        ByteBuf frame = Unpooled.wrappedBuffer(new byte[5], bytes, new byte[5]).readerIndex(5);
        frame.writerIndex(5 + bytes.length);
        assertThat(reader().read(frame)).isEqualTo(GOOD);
        assertThat(frame.readableBytes()).isEqualTo(bytes.length);
        assertThat(frame.refCnt()).isEqualTo(1);
    }
}
