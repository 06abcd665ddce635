package io.fluxlab.scenario.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A YAML 1.2 document as plain values that know where they stand; paths are JSON pointers (RFC 6901). Not thread-safe. */
final class YamlTree implements Places {

    /** No script is larger: anchors could make much of a few lines. */
    private static final int MOST_NODES = 20_000;

    private static final int DEEPEST = 64;

    private final String file;
    private final List<String> lines;
    private final List<Mistake> mistakes = new ArrayList<>();
    private final Map<String, Node> values = new HashMap<>();
    private final Map<String, Node> keys = new HashMap<>();
    private @Nullable Object plain;
    private int nodes;

    private YamlTree(String file, String text) {
        this.file = file;
        this.lines = text.lines().toList();
    }

    /**
     * Reads a text.
     *
     * @throws WrongScriptException where it is no YAML
     */
    static YamlTree parse(String file, String text) {
        YamlTree tree = new YamlTree(file, text);
        try {
            LoadSettings settings = LoadSettings.builder().setLabel(file).build();
            Optional<Node> root = new Compose(settings).composeString(text);
            tree.plain = root.map(node -> tree.plain(node, "", 0)).orElse(null);
        } catch (MarkedYamlEngineException e) {
            tree.mistakes.add(new Mistake(
                    e.getProblemMark().map(tree::mark).orElse(new Mark(file, 1, 1)), String.valueOf(e.getProblem())));
        } catch (YamlEngineException e) {
            tree.mistakes.add(new Mistake(new Mark(file, 1, 1), String.valueOf(e.getMessage())));
        }
        if (!tree.mistakes.isEmpty()) {
            throw new WrongScriptException(tree.mistakes);
        }
        return tree;
    }

    /** Maps, lists, texts, whole numbers as {@link Long}, others as {@link Double}, truths; null for nothing. */
    @Nullable
    Object plain() {
        return plain;
    }

    /** Whether there is a value. */
    boolean has(String pointer) {
        return values.containsKey(pointer);
    }

    /** Whether a mark is in the value, or at its key. */
    boolean covers(String pointer, Mark mark) {
        Node node = values.get(pointer);
        return node != null
                && mark.compareTo(key(pointer)) >= 0
                && node.getEndMark().map(end -> mark.compareTo(mark(end)) <= 0).orElse(false);
    }

    /** Where a value stands, or the nearest value around it. */
    @Override
    public Mark value(String pointer) {
        Node node = values.get(pointer);
        if (node != null) {
            return node.getStartMark().map(this::mark).orElse(new Mark(file, 1, 1));
        }
        return pointer.isEmpty() ? new Mark(file, 1, 1) : value(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    /** Where a value's key stands. */
    @Override
    public Mark key(String pointer) {
        Node node = keys.get(pointer);
        return node == null
                ? value(pointer)
                : node.getStartMark().map(this::mark).orElse(value(pointer));
    }

    /** Where a character of a text stands, counted in code points from the text's first. */
    Mark inText(String pointer, int offset) {
        Mark start = value(pointer);
        if (!(values.get(pointer) instanceof ScalarNode scalar)) {
            return start;
        }
        ScalarStyle style = scalar.getScalarStyle();
        if (style == ScalarStyle.LITERAL) {
            return inBlock(start, scalar.getValue(), offset);
        }
        boolean oneLine = scalar.getEndMark()
                .map(end -> end.getLine() + 1 == start.line())
                .orElse(false);
        int quote = style == ScalarStyle.PLAIN ? 0 : 1;
        return oneLine ? new Mark(file, start.line(), start.column() + quote + offset) : start;
    }

    private Mark inBlock(Mark header, String value, int offset) {
        int line = 0;
        int column = 0;
        for (int i = 0; i < offset && i < value.length(); i++) {
            column = value.charAt(i) == '\n' ? 0 : column + 1;
            line += value.charAt(i) == '\n' ? 1 : 0;
        }
        int at = header.line() + line;
        String source = at < lines.size() ? lines.get(at) : "";
        String text = value.lines().skip(line).findFirst().orElse("");
        int indent = Math.max(0, source.length() - text.length());
        return new Mark(file, at + 1, indent + column + 1);
    }

    private Mark mark(org.snakeyaml.engine.v2.exceptions.Mark mark) {
        return new Mark(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private @Nullable Object plain(Node node, String pointer, int depth) {
        if (++nodes > MOST_NODES || depth > DEEPEST) {
            throw new YamlEngineException(
                    "a script has at most %d values, at most %d deep".formatted(MOST_NODES, DEEPEST));
        }
        values.put(pointer, node);
        if (node instanceof MappingNode mapping) {
            return map(mapping, pointer, depth);
        } else if (node instanceof SequenceNode sequence) {
            List<@Nullable Object> list = new ArrayList<>();
            for (Node element : sequence.getValue()) {
                list.add(plain(element, pointer + "/" + list.size(), depth + 1));
            }
            return list;
        }
        return scalar((ScalarNode) node);
    }

    private Map<String, @Nullable Object> map(MappingNode mapping, String pointer, int depth) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                mistakes.add(
                        new Mistake(mark(entry.getKeyNode().getStartMark().orElseThrow()), "a key must be a text"));
                continue;
            }
            String path = pointer + "/" + key.getValue().replace("~", "~0").replace("/", "~1");
            if (map.containsKey(key.getValue())) {
                mistakes.add(new Mistake(
                        mark(key.getStartMark().orElseThrow()), "\"" + key.getValue() + "\" is there twice"));
            }
            keys.put(path, key);
            map.put(key.getValue(), plain(entry.getValueNode(), path, depth + 1));
        }
        return map;
    }

    private static @Nullable Object scalar(ScalarNode node) {
        String text = node.getValue();
        Tag tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            return null;
        } else if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        } else if (tag.equals(Tag.INT)) {
            try {
                return Long.valueOf(text);
            } catch (NumberFormatException e) {
                return Double.valueOf(text);
            }
        } else if (tag.equals(Tag.FLOAT)) {
            return number(text);
        }
        return text;
    }

    private static Object number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }
}
