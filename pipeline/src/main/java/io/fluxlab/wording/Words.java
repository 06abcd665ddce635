package io.fluxlab.wording;

import io.fluxlab.measure.Durations;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.concurrent.ConcurrentHashMap;

/** The words of a language by their keys, from a resource bundle. Immutable; thread-safe. */
public final class Words {

    private static final String UNITS = "io.fluxlab.wording.units";
    private static final List<String> LAB = List.of(UNITS, "io.fluxlab.wording.words", "io.fluxlab.wording.findings");

    private static final Map<String, ResourceBundle> READ = new ConcurrentHashMap<>();

    private final ResourceBundle bundle;
    private final ResourceBundle units;
    private final String preferred;

    /** The words of the bundle of this name, such as {@code com.acme.words}, which has to have the language. */
    public Words(String name, Language language) {
        this(bundle(name, language), bundle(UNITS, language), "");
    }

    private Words(ResourceBundle bundle, ResourceBundle units, String preferred) {
        this.bundle = bundle;
        this.units = units;
        this.preferred = preferred;
    }

    /** These words, where that of a key with this ending goes before that of the key. */
    Words preferring(String ending) {
        return new Words(bundle, units, ending);
    }

    /** Reads the words of verdicts and findings, which takes files, for threads that must not block. Idempotent. */
    public static void prepare() {
        for (Language language : Language.values()) {
            LAB.forEach(name -> bundle(name, language));
        }
    }

    private static ResourceBundle bundle(String name, Language language) {
        return READ.computeIfAbsent(
                name + "_" + language.code(),
                key -> ResourceBundle.getBundle(
                        name,
                        Locale.forLanguageTag(language.code()),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** The sentence of a key with these texts in it; {@link java.util.MissingResourceException} where there is none. */
    public String say(String key, Object... texts) {
        String better = key + preferred;
        return new MessageFormat(bundle.getString(bundle.containsKey(better) ? better : key), Locale.ROOT)
                .format(texts);
    }

    /** Whether there is a sentence of this key. */
    public boolean knows(String key) {
        return bundle.containsKey(key);
    }

    /** A time with its unit. */
    public String time(long nanos) {
        return withUnit(Durations.readable(nanos));
    }

    /** A time with its margin and their unit. */
    public String time(long nanos, long marginNanos) {
        return withUnit(Durations.readable(nanos, marginNanos));
    }

    /** A time in seconds with one decimal, for one that is seen growing: {@code 0.4 s}. */
    public String seconds(long nanos) {
        return withUnit(String.format(Locale.ROOT, "%.1f s", nanos / 1e9));
    }

    private String withUnit(String text) {
        int space = text.lastIndexOf(' ');
        return space < 0 ? text : text.substring(0, space + 1) + units.getString(text.substring(space + 1));
    }
}
