package io.fluxlab.page;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** A browser, and a lab that serves its page: both are those of all tests of a class. */
abstract class ServedPageFixture {

    @TempDir
    static Path data;

    static Browser browser;
    static ServedLab lab;

    @BeforeAll
    static void openBrowserAndLab() {
        browser = Browser.start();
        lab = ServedLab.start(data);
    }

    @AfterAll
    static void closeBrowserAndLab() {
        close(lab);
        close(browser);
    }

    private static void close(@Nullable AutoCloseable opened) {
        if (opened != null) {
            try {
                opened.close();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
        }
    }
}
