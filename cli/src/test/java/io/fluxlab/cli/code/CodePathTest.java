package io.fluxlab.cli.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxlab.cli.input.UsageException;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

/** Code from one class path in a JVM that has another version of it on its own. */
class CodePathTest {

    @TempDir
    Path folder;

    private List<URLClassLoader> opened = new ArrayList<>();
    private URLClassLoader jvm;
    private ClassLoader base;

    @BeforeEach
    void compileBoth() throws IOException {
        compile("new", "Helper", "static int ONE = 1;");
        compile("new", "Orders", "static int parse() { return Helper.ONE; }");
        compile("new", "Later", "static int go() { return 1; }");
        Files.writeString(folder.resolve("new/only-new.txt"), "new");
        Files.writeString(folder.resolve("new/both.txt"), "new");
        compile("base", "Orders", "static Object parse() { return Helper.class; }", "new");
        Files.writeString(folder.resolve("base/both.txt"), "base");
        jvm = new URLClassLoader(
                new URL[] {folder.resolve("new").toUri().toURL()}, CodePathTest.class.getClassLoader());
        opened.add(jvm);
        base = CodePath.inPlaceOf(List.of(path("new")), "--against base.jar", List.of(path("base")))
                .loader(jvm);
        opened.add((URLClassLoader) base);
    }

    @AfterEach
    void close() throws IOException {
        for (URLClassLoader each : opened) {
            each.close();
        }
    }

    @Test
    void aClassThatIsMissingIsNotTakenFromTheHiddenEntries() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> new ClassFinder(base).find("q.Later"))
                .withMessage("no class q.Later on --against base.jar");
    }

    @Test
    void neitherIsOneThatAnotherNeeds() throws ReflectiveOperationException {
        var method = new ClassFinder(base).find("q.Orders").getDeclaredMethod("parse");
        method.setAccessible(true);

        assertThatExceptionOfType(ReflectiveOperationException.class)
                .isThrownBy(() -> method.invoke(null))
                .withRootCauseInstanceOf(ClassNotFoundException.class);
    }

    @Test
    void filesAreThoseOfTheSameEntriesAsClasses() throws IOException {
        assertThat(base.getResource("only-new.txt")).isNull();
        assertThat(Collections.list(base.getResources("both.txt"))).hasSize(1);
        try (var file = base.getResourceAsStream("both.txt")) {
            assertThat(file).hasContent("base");
        }
    }

    @Test
    void whatTheLabAndTheCodeShareIsTheJvms() throws ClassNotFoundException {
        assertThat(base.loadClass(Mono.class.getName())).isSameAs(Mono.class);
        assertThat(base.loadClass(CodePathTest.class.getName())).isSameAs(CodePathTest.class);
    }

    @Test
    void withoutHiddenEntriesTheJvmsOwnAreSeen() throws ClassNotFoundException {
        var changed = CodePath.before(List.of(path("base"))).loader(jvm);
        opened.add((URLClassLoader) changed);

        assertThat(changed.loadClass("q.Later").getClassLoader()).isSameAs(jvm);
        assertThat(CodePath.ofJvm().loader(jvm)).isSameAs(jvm);
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private void compile(String into, String name, String body) throws IOException {
        compile(into, name, body, into);
    }

    private void compile(String into, String name, String body, String against) throws IOException {
        Path source = Files.createDirectories(folder.resolve(into + "-src")).resolve(name + ".java");
        Files.writeString(source, "package q; public class " + name + " { " + body + " }");
        Files.createDirectories(folder.resolve(into));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", path(against), "-d", path(into), source.toString());
        assertThat(status).isZero();
    }
}
