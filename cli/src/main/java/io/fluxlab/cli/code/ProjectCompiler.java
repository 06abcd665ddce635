package io.fluxlab.cli.code;

import io.fluxlab.cli.input.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles source files that belong together into a folder, with the compiler of the JDK that runs this. Immutable; thread-safe.
 *
 * @param root the errors name files as they are seen from here
 * @param release of Java
 */
public record ProjectCompiler(Path root, int release) {

    /**
     * Compiles.
     *
     * @param classPath in the form that {@code java -cp} takes
     * @return the errors, with line, column and the line of the source; none where it compiled
     * @throws UsageException where there is no compiler, or a file can't be read
     */
    public List<String> compile(List<Path> sources, String classPath, Path classes) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            throw NoCompiler.toCompile(root);
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(found, Locale.ENGLISH, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "--release",
                    String.valueOf(release),
                    "-classpath",
                    classPath,
                    "-d",
                    classes.toString(),
                    "-parameters",
                    "-g",
                    "-proc:none",
                    "-nowarn");
            javac.getTask(null, files, found, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            return lines(found.getDiagnostics());
        } catch (IOException e) {
            throw new UsageException("%s can't be compiled: %s".formatted(root, e.getMessage()));
        }
    }

    private List<String> lines(List<Diagnostic<? extends JavaFileObject>> found) throws IOException {
        Map<Path, List<Diagnostic<? extends JavaFileObject>>> byFile = new LinkedHashMap<>();
        List<String> lines = new ArrayList<>();
        for (Diagnostic<? extends JavaFileObject> each : found) {
            JavaFileObject source = each.getSource();
            if (source != null) {
                byFile.computeIfAbsent(Path.of(source.toUri()), file -> new ArrayList<>())
                        .add(each);
            } else if (each.getKind() == Diagnostic.Kind.ERROR) {
                lines.add(each.getMessage(Locale.ENGLISH));
            }
        }
        for (Map.Entry<Path, List<Diagnostic<? extends JavaFileObject>>> file : byFile.entrySet()) {
            Path shown = root.toAbsolutePath()
                    .normalize()
                    .relativize(file.getKey().toAbsolutePath().normalize());
            lines.addAll(new SourceErrors(shown, Files.readString(file.getKey())).lines(file.getValue()));
        }
        return List.copyOf(lines);
    }
}
