package io.fluxlab.cli.code;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.parameter.Names;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Compiles one source file in memory, with the compiler of the JDK that runs this. Thread-safe. */
final class SourceCompiler {

    private final @Nullable JavaCompiler compiler;
    private final String classPath;

    /** With what is on this class path, in the form that {@code java -cp} takes. */
    SourceCompiler(String classPath) {
        this(ToolProvider.getSystemJavaCompiler(), classPath);
    }

    SourceCompiler(@Nullable JavaCompiler compiler, String classPath) {
        this.compiler = compiler;
        this.classPath = classPath;
    }

    /**
     * The file's classes.
     *
     * @throws UsageException where there is no such file or no compiler, and naming every error with its line and column
     */
    CompiledSource compile(Path file) {
        String text = read(file);
        JavaCompiler javac = compiler;
        if (javac == null) {
            throw NoCompiler.toCompile(file);
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        StandardJavaFileManager standard = javac.getStandardFileManager(found, Locale.ENGLISH, StandardCharsets.UTF_8);
        StringWriter more = new StringWriter();
        try (MemoryFiles files = new MemoryFiles(standard)) {
            JavacTask task =
                    (JavacTask) javac.getTask(more, files, found, options(), null, standard.getJavaFileObjects(file));
            List<String> topLevel = topLevel(task.parse());
            SourceErrors errors = new SourceErrors(file, text);
            throwIfAny(errors.lines(found.getDiagnostics())); // what else is wrong may be wrong for that
            task.analyze();
            task.generate();
            throwIfAny(errors.lines(found.getDiagnostics()));
            if (topLevel.isEmpty()) {
                throw new UsageException(file + ": there is no class in this file");
            }
            return new CompiledSource(file.toString(), files.classes(), topLevel);
        } catch (IOException e) {
            throw new UsageException("%s can't be compiled: %s".formatted(file, e.getMessage()));
        }
    }

    private static void throwIfAny(List<String> errors) {
        if (!errors.isEmpty()) {
            throw new UsageException(errors);
        }
    }

    private List<String> options() {
        return List.of("-classpath", classPath, "-parameters", "-g", "-proc:none", "-nowarn", "-implicit:class");
    }

    private static List<String> topLevel(Iterable<? extends CompilationUnitTree> units) {
        List<String> names = new ArrayList<>();
        for (CompilationUnitTree unit : units) {
            String inPackage = unit.getPackageName() == null ? "" : unit.getPackageName() + ".";
            unit.getTypeDecls().stream()
                    .filter(ClassTree.class::isInstance)
                    .map(type -> inPackage + ((ClassTree) type).getSimpleName())
                    .forEach(names::add);
        }
        return names;
    }

    private static String read(Path file) {
        if (!Files.exists(file)) {
            throw new UsageException("no such file: " + file + near(file));
        }
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new UsageException(file + " can't be read: it is not UTF-8");
        } catch (IOException e) {
            throw new UsageException("%s can't be read: %s".formatted(file, e));
        }
    }

    /** The source file beside it whose name is near. */
    private static String near(Path file) {
        Path folder = Optional.ofNullable(file.getParent()).orElse(Path.of(""));
        try (Stream<Path> beside = Files.list(folder)) {
            List<String> sources = beside.map(each -> String.valueOf(each.getFileName()))
                    .filter(name -> name.endsWith(".java"))
                    .sorted()
                    .toList();
            return Names.nearest(String.valueOf(file.getFileName()), sources)
                    .map(name -> "; did you mean " + folder.resolve(name) + "?")
                    .orElse("");
        } catch (IOException e) {
            return ""; // there is no such folder either
        }
    }
}
