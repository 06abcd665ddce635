package io.fluxlab.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskStarted;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WireFormatTest {

    private static final String MARK = "the data must be one object in application/json: ";

    @ParameterizedTest
    @CsvSource({"application/json, JSON", "application/cbor, CBOR", "APPLICATION/JSON, JSON"})
    void isFoundByItsMimeType(String mimeType, WireFormat format) {
        assertThat(WireFormat.of(mimeType)).contains(format);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "text/plain", "application/json;charset=utf-8", "json"})
    void otherMimeTypesAreNone(String mimeType) {
        assertThat(WireFormat.of(mimeType)).isEmpty();
    }

    @Test
    void writesTheNamesOfTheContract() {
        String json =
                new String(WireFormat.JSON.write(new TaskFinished(7, 100, 3, 12, 90, null)), StandardCharsets.UTF_8);

        assertThat(json)
                .isEqualTo(
                        "{\"type\":\"task-finished\",\"seq\":7,\"atNanos\":100,\"task\":3,\"items\":12,\"wallNanos\":90}");
    }

    @ParameterizedTest
    @EnumSource
    void fieldsThatAreNotKnownYetAreNoTrouble(WireFormat format) throws Exception {
        byte[] bytes = bytes(
                format,
                Map.of(
                        "type",
                        "task-started",
                        "seq",
                        1,
                        "atNanos",
                        2,
                        "task",
                        3,
                        "label",
                        "a",
                        "worker",
                        "b",
                        "mood",
                        List.of("new")));

        assertThat(format.read(bytes, RunEvent.class)).isEqualTo(new TaskStarted(1, 2, 3, "a", "b"));
    }

    @ParameterizedTest
    @EnumSource
    void itemsComeAsPlainValues(WireFormat format) throws Exception {
        List<Object> items = Arrays.asList(
                1, Long.MAX_VALUE, BigInteger.TWO.pow(80), 0.5, "x", true, List.of(1), Map.of("a", 2), null);
        byte[] bytes = bytes(
                format, Map.of("type", "task-items", "seq", 1, "atNanos", 2, "task", 3, "from", 0, "items", items));

        assertThat(((TaskItems) format.read(bytes, RunEvent.class)).items())
                .isEqualTo(Arrays.asList(
                        1L,
                        Long.MAX_VALUE,
                        BigInteger.TWO.pow(80),
                        0.5,
                        "x",
                        true,
                        List.of(1L),
                        Map.of("a", 2L),
                        null));
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownTypeIsNoEvent(WireFormat format) throws Exception {
        byte[] bytes = bytes(format, Map.of("type", "task-pondered", "seq", 1));

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> format.read(bytes, RunEvent.class))
                .withMessage("not a RunEvent in " + format.mimeType());
    }

    @ParameterizedTest
    @EnumSource
    void noBytesAreNoFields(WireFormat format) {
        assertThat(format.readFields(new byte[0])).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void fieldsAreReadAsPlainValues(WireFormat format) throws Exception {
        BigInteger large = BigInteger.TWO.pow(80);

        Map<String, Object> fields =
                format.readFields(bytes(format, Map.of("lane", "virtual", "n", 5, "x", 0.5, "large", large)));

        assertThat(fields).isEqualTo(Map.of("lane", "virtual", "n", 5L, "x", 0.5, "large", large));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1",
                "{\"a\":1} {\"a\":2}",
                "{\"a\":1} tail",
                "{\"a\":1,\"a\":2}",
                "{a:1}",
                "[1]",
                "null",
                "5",
                "\"text\"",
                "   ",
                "\u0000\u0001"
            })
    void whatIsNotOneObjectIsRefusedInWords(String text) {
        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> WireFormat.JSON.readFields(text.getBytes(StandardCharsets.UTF_8)))
                .satisfies(error -> {
                    assertThat(error.fields())
                            .singleElement()
                            .satisfies(field -> assertThat(field.field()).isEqualTo("data"));
                    assertThat(error).hasMessageStartingWith(MARK).hasMessageNotContaining("java.");
                });
    }

    @Test
    void aTowerOfBracketsIsRefused() {
        String tower = "{\"a\":" + "[".repeat(100_000);

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> WireFormat.JSON.readFields(tower.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 51, 900})
    void whatIsDearToReadIsRefusedInWords(int levels) {
        String value = levels == 0 ? "9".repeat(101) : "[".repeat(levels) + "]".repeat(levels);
        for (String text : List.of("{\"a\":" + value + "}", "{\"" + "n".repeat(1_001) + "\":1}")) {
            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> WireFormat.JSON.readFields(text.getBytes(StandardCharsets.UTF_8)))
                    .withMessage(
                            MARK + "it may hold numbers of up to 100 digits, names of up to 1000 bytes and 50 levels");
        }
    }

    @Test
    void inCborTheSameIsRefused() throws Exception {
        for (Object value : List.of(BigInteger.TEN.pow(500), nested(60))) {
            byte[] bytes = bytes(WireFormat.CBOR, Map.of("a", value));

            assertThatExceptionOfType(InvalidRequestException.class)
                    .isThrownBy(() -> WireFormat.CBOR.readFields(bytes))
                    .withMessageContaining("numbers of up to 100 digits");
        }
        byte[] twice = {(byte) 0xA2, 0x61, 'a', 1, 0x61, 'a', 2};
        assertThatExceptionOfType(InvalidRequestException.class).isThrownBy(() -> WireFormat.CBOR.readFields(twice));
    }

    private static Object nested(int levels) {
        return levels == 0 ? 1 : List.of(nested(levels - 1));
    }

    @Test
    void aTextThatIsNoUtf8IsRefused() {
        byte[] bytes = {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};

        assertThatExceptionOfType(InvalidRequestException.class)
                .isThrownBy(() -> WireFormat.JSON.readFields(bytes))
                .withMessageStartingWith(MARK);
    }

    /** RFC 8949, section 3.4.3, its appendix A among them. */
    @ParameterizedTest
    @CsvSource({
        "c2 41 ff, 255",
        "c2 41 7f, 127",
        "c2 42 00 ff, 255",
        "c2 48 ff ff ff ff ff ff ff ff, 18446744073709551615",
        "c2 49 01 00 00 00 00 00 00 00 00, 18446744073709551616",
        "c2 40, 0",
        "c3 41 ff, -256",
        "c3 41 00, -1",
        "c3 40, -1",
        "c3 49 01 00 00 00 00 00 00 00 00, -18446744073709551617"
    })
    void bigNumbersOfCborAreThoseOfItsStandard(String hex, BigInteger number) {
        byte[] value = HexFormat.of().parseHex(hex.replace(" ", ""));
        byte[] object = new byte[3 + value.length];
        object[0] = (byte) 0xa1;
        object[1] = 0x61;
        object[2] = 'a';
        System.arraycopy(value, 0, object, 3, value.length);
        assertThat(WireFormat.CBOR.readFields(object).get("a")).asString().isEqualTo(number.toString());
        assertThat(WireFormat.CBOR
                        .read(new ByteArrayInputStream(object), Map.class)
                        .get("a"))
                .asString()
                .isEqualTo(number.toString());
    }

    @Test
    void bigNumbersAreWrittenAsTheStandardHasThem() {
        BigInteger number = new BigInteger("-18446744073709551617");
        assertThat(HexFormat.of().formatHex(WireFormat.CBOR.write(List.of(number))))
                .contains("c349010000000000000000");
    }

    @Test
    void cborThatIsCutShortIsRefused() throws Exception {
        byte[] whole = bytes(WireFormat.CBOR, Map.of("lane", "virtual", "workload", "sleep"));

        for (int length = 1; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(InvalidRequestException.class)
                    .as("%d bytes of %d", length, whole.length)
                    .isThrownBy(() -> WireFormat.CBOR.readFields(cut));
        }
    }

    private static byte[] bytes(WireFormat format, Map<String, ?> fields) throws Exception {
        ObjectMapper mapper = format == WireFormat.JSON ? new ObjectMapper() : new ObjectMapper(new CBORFactory());
        return mapper.writeValueAsBytes(fields);
    }
}
