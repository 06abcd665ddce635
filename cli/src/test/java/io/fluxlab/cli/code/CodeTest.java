package io.fluxlab.cli.code;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.workload.Returned;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

class CodeTest {

    private static final String SAMPLES = "io.fluxlab.cli.code.CodeSamples";

    @Test
    void argumentsAreReadAsTheirParametersTypes() throws Exception {
        assertThat(call("everything", "1_000", "slow", "15s", "a/b", "0.5", "3€"))
                .isEqualTo("1000 SLOW PT15S a/b 0.5 3€");
        assertThat(call("everything", "-1", "FAST", "PT2M", "-", "1e3", "€")).isEqualTo("-1 FAST PT2M - 1000.0 €");
    }

    @Test
    void arraysAreSplitAndTheLastArgumentsMayBeMany() throws Exception {
        assertThat(call("text", "Ann", "1,2,3")).isEqualTo("Ann3[]");
        assertThat(call("text", "Ann", "1", "x,y", "@z", "\"q\"")).isEqualTo("Ann1[x,y, @z, \"q\"]");
    }

    @Test
    void whatIsWithinAListIsReadAsItsType() throws Exception {
        assertThat(call("sum", "1,2,30", "100;7", "fast,slow")).isEqualTo(135);
        assertThat(mistakes("sum", "1,x", "100;7", "fast"))
                .containsExactly("--arg 1 (List numbers): 'x' is no whole number");
    }

    @Test
    void everyTextThatDoesNotConvertIsNamedWithItsParameter() {
        assertThat(mistakes("everything", "1.5", "quick", "soon", "x", "half", "3$"))
                .containsExactly(
                        "--arg 1 (int count): '1.5' is no whole number",
                        "--arg 2 (Mode mode): expected one of [FAST, SLOW] (case-insensitive) but was 'quick'",
                        "--arg 3 (Duration time): 'soon' is no time: write a number and ns, µs, ms, s, min or h, such as 15s",
                        "--arg 5 (double share): 'half' is not a double",
                        "--arg 6 (Money price): java.lang.IllegalArgumentException: no euros: 3$");
        assertThat(mistakes("fromThread", "main"))
                .containsExactly("--arg 1 (Thread thread): no text can be a Thread, was 'main'");
        assertThat(mistakes("pair", "1;2"))
                .containsExactly(
                        "--arg 1 (Pair pair): no text can be a Pair, was '1;2'; a static Pair parse(String) in it"
                                + " would read one");
    }

    @Test
    void whatFitsNoOverloadIsAnsweredWithThem() {
        assertThat(mistakes("overloaded"))
                .containsExactly(
                        SAMPLES + "::overloaded does not take no arguments (give them by --arg); there is:",
                        "   overloaded(int number)",
                        "   overloaded(String text)");
        assertThat(mistakes("everything", "1", "FAST"))
                .startsWith(SAMPLES + "::everything does not take 2 arguments; there is:");
    }

    @Test
    void overloadsThatFitAlikeAreToldApartByTheirTypes() throws Exception {
        assertThat(mistakes("overloaded", "7"))
                .startsWith(
                        "several methods %s::overloaded take 1 argument: name the types, as in '%s::overloaded(int)':"
                                .formatted(SAMPLES, SAMPLES));
        assertThat(call("overloaded", "seven")).isEqualTo("text seven");
        assertThat(call("overloaded(int)", "7")).isEqualTo("number 7");
        assertThat(call("overloaded(java.lang.String)", "7")).isEqualTo("text 7");
        assertThat(mistakes("overloaded(long)", "7")).startsWith(SAMPLES + "::overloaded takes no (long); there is:");
    }

    @Test
    void aNearNameIsAskedAbout() {
        assertThat(mistakes("overloded", "7"))
                .startsWith("no method overloded in %s; did you mean:".formatted(SAMPLES))
                .contains("   overloaded(int number)");
        assertThat(mistakes("xyz"))
                .startsWith("no method xyz in %s; there is:".formatted(SAMPLES))
                .contains("   counted()")
                .doesNotContain("   secret()");
    }

    @Test
    void anUnknownClassIsAnsweredWithOneOfTheSameName() {
        assertThat(mistakesOf("com.acme.CodeSamples::counted"))
                .containsExactly("no class com.acme.CodeSamples; did you mean %s?".formatted(SAMPLES));
        assertThat(mistakesOf(SAMPLES + "z::counted"))
                .containsExactly("no class %sz; did you mean %s?".formatted(SAMPLES, SAMPLES));
        assertThat(mistakesOf("Qwertyuiop::counted"))
                .containsExactly(
                        "no class Qwertyuiop; put its jar, or the folder that holds its package, on --classpath");
    }

    @ParameterizedTest
    @CsvSource({"callable, called", "supplier, supplied"})
    void whatCanBeCalledIsCalled(String method, String result) throws Exception {
        assertThat(Flux.from(Returned.publisher(call(method))).blockLast()).isEqualTo(result);
    }

    @Test
    void whatIsToBeSubscribedComesAsItIs() throws Exception {
        assertThat(call("mono")).isInstanceOf(Publisher.class);
        assertThat(call("stage")).isInstanceOf(CompletionStage.class);
        assertThat(call("nothing")).isNull();
    }

    @Test
    void oneObjectServesAllCalls() throws Exception {
        var counted = code(SAMPLES + "::counted").bind(loader());

        assertThat(counted.call().call()).isEqualTo(1);
        assertThat(counted.call().call()).isEqualTo(2);
        assertThat(counted.name()).isEqualTo("code-samples-counted");
    }

    @Test
    void anExceptionOfTheMethodIsItsOwn() {
        assertThatThrownBy(() -> call("throwing"))
                .isExactlyInstanceOf(Exception.class)
                .hasMessage("as it is");
    }

    @Test
    void whatCanNotBeCalledIsSaid() {
        assertThat(mistakes("secret")).containsExactly(SAMPLES + "::secret can't be called: it is private");
        assertThat(mistakesOf("java.lang.Thread::findScopedValueBindings"))
                .singleElement()
                .asString()
                .startsWith("java.lang.Thread::findScopedValueBindings can't be called: it is not accessible (");
        assertThat(mistakesOf(SAMPLES + ".Named::value"))
                .containsExactly(
                        SAMPLES
                                + "$Named has no constructor without arguments, which value needs as it is not static; there is Named(String name)");
        assertThat(mistakesOf(SAMPLES + ".Broken::value"))
                .singleElement()
                .asString()
                .matches(
                        "new \\S+CodeSamples\\$Broken\\(\\) threw java.lang.IllegalStateException: no database \\(CodeSamples.java:\\d+\\)");
        assertThat(mistakesOf("java.util.List::size"))
                .containsExactly("java.util.List can't be made to call size of it: it is an interface");
    }

    @ParameterizedTest
    @CsvSource({
        "Orders, parse, orders-parse",
        "HTTPServer, loadURL, http-server-load-url",
        "X2, run_it, x-2-run-it",
        "Ёж, ёж, call"
    })
    void aWorkloadIsCalledLikeItsMethod(String type, String method, String name) {
        assertThat(CodeName.workload(type, method)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"Orders", "::parse", "Orders::", "'Orders::parse(int'"})
    void whatIsNoMethodIsRefused(String text) {
        assertThat(mistakesOf(text))
                .containsExactly(
                        "'%s' is no method: write CLASS::METHOD or FILE.java::METHOD, such as com.acme.Orders::parse"
                                .formatted(text));
    }

    private static Object call(String method, String... arguments) throws Exception {
        return code(SAMPLES + "::" + method, arguments).bind(loader()).call().call();
    }

    private static List<String> mistakes(String method, String... arguments) {
        return mistakesOf(SAMPLES + "::" + method, arguments);
    }

    private static List<String> mistakesOf(String text, String... arguments) {
        return assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> code(text, arguments).bind(loader()))
                .actual()
                .mistakes();
    }

    private static Code code(String text, String... arguments) {
        return Code.read(CodeName.parse(text), List.of(arguments), "");
    }

    private static ClassLoader loader() {
        return CodeSamples.class.getClassLoader();
    }
}
