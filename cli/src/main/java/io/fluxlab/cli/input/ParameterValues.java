package io.fluxlab.cli.input;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads parameters: {@code to=3_000_000}, {@code to=1e9}, {@code style=async}, {@code ranges=[[3,10]]}. */
public final class ParameterValues {

    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(_\\d{3})+");
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private ParameterValues() {}

    /**
     * The parameters in the order in which they were typed.
     *
     * @throws UsageException naming every text that is no {@code name=value}, and every name that is there twice
     */
    public static Map<String, Object> parse(List<String> assignments) {
        Map<String, Object> values = new LinkedHashMap<>();
        List<String> mistakes = new ArrayList<>();
        for (String assignment : assignments) {
            int equals = assignment.indexOf('=');
            String name = equals < 0 ? "" : assignment.substring(0, equals).trim();
            if (name.isEmpty()) {
                mistakes.add("-p " + assignment + ": must be name=value");
            } else if (values.put(name, value(assignment.substring(equals + 1).trim())) != null) {
                mistakes.add("-p " + assignment + ": " + name + " is there twice");
            }
        }
        if (!mistakes.isEmpty()) {
            throw new UsageException(mistakes);
        }
        return values;
    }

    /** JSON where the text is JSON, a number where it is one with its digits grouped, else the text itself. */
    static Object value(String text) {
        String json = GROUPED.matcher(text).matches() ? text.replace("_", "") : text;
        try {
            Object value = MAPPER.readValue(json, Object.class);
            return value instanceof BigDecimal number ? number(number) : value == null ? text : value;
        } catch (JsonProcessingException e) {
            return text;
        }
    }

    /** 1e9 is as whole as 1000000000. */
    private static Number number(BigDecimal number) {
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            return number;
        }
    }
}
