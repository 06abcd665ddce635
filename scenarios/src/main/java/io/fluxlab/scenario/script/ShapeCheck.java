package io.fluxlab.scenario.script;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Holds values against a JSON Schema (draft 2020-12), in words for which nobody needs to know the schema. Thread-safe. */
final class ShapeCheck {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final SchemaRegistry REGISTRY =
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    /** An alternative that is not taken is no mistake; that none is, is one, and told where the alternatives are. */
    private static final Set<String> ALTERNATIVES = Set.of("/oneOf/", "/anyOf/", "/not/");

    private final Schema schema;
    private final Wording wording;

    /**
     * A check.
     *
     * @param schema the schema, as plain values or as a tree
     * @param keys what its keys are called: "key", or "parameter of sleep"
     */
    ShapeCheck(Object schema, String keys) {
        JsonNode tree = MAPPER.valueToTree(schema);
        this.schema = REGISTRY.getSchema(tree);
        this.wording = new Wording(tree, keys);
    }

    /** Everything that is wrong with a value that stands in the document at {@code under}. */
    List<Mistake> check(@Nullable Object value, Places places, String under) {
        JsonNode node = MAPPER.valueToTree(value);
        List<Error> errors = schema.validate(node).stream()
                .filter(error -> ALTERNATIVES.stream()
                        .noneMatch(error.getEvaluationPath().toString()::contains))
                .toList();
        return errors.stream()
                .filter(error -> !followsFromMisspelling(error, errors))
                .flatMap(error -> mistake(error, places, under))
                .toList();
    }

    private Stream<Mistake> mistake(Error error, Places places, String under) {
        String pointer = under + error.getInstanceLocation();
        String property = error.getProperty();
        boolean isAboutKey = property != null && !error.getKeyword().equals("required");
        Mark mark = isAboutKey ? places.key(pointer + "/" + property) : places.value(pointer);
        return wording.of(error).map(message -> new Mistake(mark, message)).stream();
    }

    /** Whoever writes {@code lanez} has not forgotten {@code lanes}. */
    private static boolean followsFromMisspelling(Error error, List<Error> all) {
        return Set.of("required", "oneOf").contains(error.getKeyword())
                && all.stream()
                        .filter(other -> other.getKeyword().equals("additionalProperties"))
                        .anyMatch(other -> other.getInstanceLocation().equals(error.getInstanceLocation())
                                && Wording.couldMean(other, error));
    }
}
