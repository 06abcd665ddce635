package io.fluxlab.lecture.manager;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How many items there are, as a number in a file: a resource that processes share and that has no lock of its own. */
record SharedCount(Path file) {

    static final String FILE = "stock";

    int read() throws IOException {
        return Integer.parseInt(Files.readString(file));
    }

    void write(int items) throws IOException {
        Files.writeString(file, String.valueOf(items));
    }
}
