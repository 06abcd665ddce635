package io.fluxlab.cli.console;

import io.fluxlab.cli.console.Palette.Ink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rows under headings, columns two spaces apart. Not thread-safe. */
public final class Table {

    private static final String GAP = "  ";

    /** Text in a narrower column is harder to read than a line that the terminal breaks. */
    private static final int LEAST_TEXT = 20;

    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    private Table(List<Column> columns) {
        this.columns = columns;
    }

    /** A column: its heading, and the side that its cells keep to. */
    public record Column(String heading, Side side) {

        /** Text. */
        public static Column left(String heading) {
            return new Column(heading, Side.LEFT);
        }

        /** Figures. */
        public static Column right(String heading) {
            return new Column(heading, Side.RIGHT);
        }
    }

    /** Which side cells keep to. */
    public enum Side {
        LEFT,
        RIGHT
    }

    /** A text and its ink. What would steer a terminal is made {@link Visible}: a cell has one line. */
    public record Cell(Ink ink, String text) {

        public Cell {
            text = Visible.of(text);
        }

        /** A text in no particular ink. */
        public static Cell of(String text) {
            return new Cell(Ink.PLAIN, text);
        }
    }

    /** A table without rows. */
    public static Table of(Column... columns) {
        return new Table(List.of(columns));
    }

    /** Adds a row with a cell for each column. */
    public Table row(Cell... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException("cells must be " + columns.size() + ", were " + cells.length);
        }
        rows.add(List.of(cells));
        return this;
    }

    /** How many characters its longest line has. */
    public int width() {
        return IntStream.range(0, columns.size()).map(this::width).sum() + GAP.length() * (columns.size() - 1);
    }

    /** The heading and the rows, one line each, with no blanks at their ends. */
    public List<String> lines(Palette palette) {
        List<String> lines = new ArrayList<>();
        lines.add(palette.paint(Ink.FAINT, line(headings(), Palette.PLAIN)));
        rows.forEach(row -> lines.add(line(row, palette)));
        return lines;
    }

    /** The table in lines of at most {@code width}: the last column, which is text, is broken into several where it can be. */
    public List<String> lines(Palette palette, int width) {
        int last = columns.size() - 1;
        int room = width - (width() - width(last));
        if (width() <= width || room < LEAST_TEXT) {
            return lines(palette);
        }
        Table broken = new Table(columns);
        for (List<Cell> row : rows) {
            Cell cell = row.get(last);
            List<Cell> line = new ArrayList<>(row);
            for (String part : Prose.wrap(cell.text(), room, "")) {
                line.set(last, new Cell(cell.ink(), part));
                broken.rows.add(List.copyOf(line));
                line.replaceAll(above -> Cell.of(""));
            }
        }
        return broken.lines(palette);
    }

    /** The table in the syntax of GitHub Flavored Markdown. */
    public List<String> markdown() {
        List<String> lines = new ArrayList<>();
        lines.add(markdown(headings()));
        lines.add(columns.stream()
                .map(column -> column.side() == Side.LEFT ? "---" : "--:")
                .collect(Collectors.joining(" | ", "| ", " |")));
        rows.forEach(row -> lines.add(markdown(row)));
        return lines;
    }

    private List<Cell> headings() {
        return columns.stream().map(column -> Cell.of(column.heading())).toList();
    }

    private int width(int column) {
        int widest = rows.stream()
                .mapToInt(row -> Width.of(row.get(column).text()))
                .max()
                .orElse(0);
        return Math.max(widest, Width.of(columns.get(column).heading()));
    }

    private String line(List<Cell> cells, Palette palette) {
        StringBuilder line = new StringBuilder();
        String blanks = "";
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            String padding = " ".repeat(width(i) - Width.of(cell.text()));
            boolean left = columns.get(i).side() == Side.LEFT;
            if (!cell.text().isEmpty()) {
                line.append(blanks).append(left ? "" : padding).append(palette.paint(cell.ink(), cell.text()));
                blanks = left ? padding + GAP : GAP;
            } else {
                blanks += padding + GAP;
            }
        }
        return line.toString();
    }

    private static String markdown(List<Cell> cells) {
        return cells.stream()
                .map(cell -> cell.text().replace("|", "\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
