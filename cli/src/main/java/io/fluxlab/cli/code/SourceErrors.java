package io.fluxlab.cli.code;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/** The compiler's errors as lines for people: where, what, and the line of the source with a mark below it. Immutable. */
record SourceErrors(Path file, String text) {

    private static final int MOST = 10;

    /** None where it compiled. A line that goes with the one before begins with a space. */
    List<String> lines(List<Diagnostic<? extends JavaFileObject>> found) {
        List<Diagnostic<? extends JavaFileObject>> errors = found.stream()
                .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
                .sorted(Comparator.comparingLong(Diagnostic::getPosition))
                .toList();
        List<String> lines = new ArrayList<>();
        errors.stream().limit(MOST).forEach(error -> lines.addAll(lines(error)));
        if (errors.size() > MOST) {
            lines.add(" and %d more errors".formatted(errors.size() - MOST));
        }
        return lines;
    }

    private List<String> lines(Diagnostic<?> error) {
        String message = error.getMessage(Locale.ENGLISH);
        if (error.getPosition() == Diagnostic.NOPOS) {
            return List.of("%s: %s".formatted(file, oneLine(message)));
        }
        int position = (int) Math.min(error.getPosition(), text.length());
        int start = text.lastIndexOf('\n', position - 1) + 1;
        int end = text.indexOf('\n', start);
        String line = text.substring(start, end < 0 ? text.length() : end).stripTrailing();
        int column = position - start;
        return List.of(
                "%s:%d:%d: %s".formatted(file, error.getLineNumber(), column + 1, oneLine(message)),
                "     " + line.replace('\t', ' '),
                "     " + " ".repeat(Math.min(column, line.length())) + "^");
    }

    /** The compiler goes on with details in lines of their own. */
    private static String oneLine(String message) {
        return message.lines()
                .map(String::strip)
                .reduce((all, next) -> all + "; " + next)
                .orElse("");
    }
}
