package io.fluxlab.history;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** Where runs are kept. Immutable. */
sealed interface Location {

    /** What it is called in messages; without passwords. */
    String text();

    /** How R2DBC finds it. */
    ConnectionFactoryOptions options();

    /** How JDBC finds it. */
    Jdbc jdbc();

    /** Types that data bases call differently. */
    Map<String, String> types();

    /** Whether several servers may keep their runs there at once. */
    boolean isShared();

    /** A JDBC URL, and who asks. */
    record Jdbc(String url, String user, String password) {}

    /**
     * A folder, or an R2DBC URL of PostgreSQL.
     *
     * @throws HistoryException where it is neither
     */
    static Location of(String text) {
        if (!text.startsWith("r2dbc:")) {
            return new Folder(Path.of(text).toAbsolutePath().normalize());
        }
        ConnectionFactoryOptions options;
        try {
            options = ConnectionFactoryOptions.parse(text);
        } catch (IllegalArgumentException e) {
            throw new HistoryException("no URL of R2DBC: it must look like r2dbc:postgresql://user@host:port/name", e);
        }
        if (!"postgresql".equals(options.getValue(ConnectionFactoryOptions.DRIVER))) {
            throw new HistoryException(
                    "runs are kept in a folder or in PostgreSQL, r2dbc:postgresql://user@host:port/name, not in "
                            + options.getValue(ConnectionFactoryOptions.DRIVER));
        }
        return new PostgreSql(options);
    }

    /** A folder of this process's alone, with a data base of H2 in it. */
    record Folder(Path folder) implements Location {

        private static final String USER = "fluxlab";

        /** Pages that H2 keeps in memory, in kilobytes. */
        private static final String CACHE = "8192";

        /** H2 would write what goes wrong beside its file or, where it can't, to standard error; callers are told it. */
        private static final String QUIET = "TRACE_LEVEL_FILE=0;TRACE_LEVEL_SYSTEM_OUT=0";

        /** Makes the folder, which nobody else may read. */
        void make() {
            try {
                if (!Files.isDirectory(folder)) {
                    boolean isPosix =
                            folder.getFileSystem().supportedFileAttributeViews().contains("posix");
                    if (isPosix) {
                        Files.createDirectories(
                                folder,
                                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
                    } else {
                        Files.createDirectories(folder);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public String text() {
            return folder.toString();
        }

        private String file() {
            return folder.resolve("history").toString();
        }

        /**
         * It stays open between connections, and is closed by whoever closes it here; what is committed is in the file, where
         * a process that is killed leaves it.
         */
        @Override
        public ConnectionFactoryOptions options() {
            return ConnectionFactoryOptions.builder()
                    .option(ConnectionFactoryOptions.DRIVER, "h2")
                    .option(ConnectionFactoryOptions.PROTOCOL, "file")
                    .option(ConnectionFactoryOptions.DATABASE, file())
                    .option(ConnectionFactoryOptions.USER, USER)
                    .option(ConnectionFactoryOptions.PASSWORD, "")
                    .option(
                            Option.<String>valueOf("options"),
                            "DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;" + QUIET + ";CACHE_SIZE=" + CACHE)
                    .build();
        }

        @Override
        public Jdbc jdbc() {
            return new Jdbc("jdbc:h2:file:" + file() + ";" + QUIET, USER, "");
        }

        @Override
        public Map<String, String> types() {
            return Map.of("text", "clob", "bytes", "varbinary(1048576)");
        }

        @Override
        public boolean isShared() {
            return false;
        }
    }

    /** A data base of PostgreSQL. */
    record PostgreSql(ConnectionFactoryOptions options) implements Location {

        private static final int PORT = 5432;

        private String value(Option<?> option, String missing) {
            Object value = options.getValue(option);
            return value == null ? missing : value.toString();
        }

        @Override
        public String text() {
            return "r2dbc:postgresql://%s:%s/%s"
                    .formatted(
                            value(ConnectionFactoryOptions.HOST, "localhost"),
                            value(ConnectionFactoryOptions.PORT, String.valueOf(PORT)),
                            value(ConnectionFactoryOptions.DATABASE, ""));
        }

        @Override
        public Jdbc jdbc() {
            Object tls = options.getValue(ConnectionFactoryOptions.SSL);
            String parameters = Boolean.parseBoolean(String.valueOf(tls)) ? "?sslmode=require" : "";
            return new Jdbc(
                    "jdbc:postgresql://%s:%s/%s%s"
                            .formatted(
                                    value(ConnectionFactoryOptions.HOST, "localhost"),
                                    value(ConnectionFactoryOptions.PORT, String.valueOf(PORT)),
                                    value(ConnectionFactoryOptions.DATABASE, ""),
                                    parameters),
                    value(ConnectionFactoryOptions.USER, ""),
                    value(ConnectionFactoryOptions.PASSWORD, ""));
        }

        @Override
        public Map<String, String> types() {
            return Map.of("text", "text", "bytes", "bytea");
        }

        @Override
        public boolean isShared() {
            return true;
        }

        /** Not the password. */
        @Override
        public String toString() {
            return text();
        }
    }
}
