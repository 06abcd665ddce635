package io.fluxlab.history;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The tables, and what has become of them from version to version. Stateless. */
final class SchemaMigration {

    private static final String SCRIPTS = "classpath:io/fluxlab/history/schema";
    private static final String VERSIONS = "fluxlab_schema_history";

    private SchemaMigration() {}

    /** Brings the tables up to date, on this thread. */
    static void update(Location location) {
        Location.Jdbc jdbc = location.jdbc();
        try {
            Flyway.configure(SchemaMigration.class.getClassLoader())
                    .dataSource(jdbc.url(), jdbc.user(), jdbc.password())
                    .locations(SCRIPTS)
                    .table(VERSIONS)
                    .baselineOnMigrate(true)
                    .baselineVersion("0")
                    .placeholders(location.types())
                    .loggers("slf4j")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new HistoryException(
                    "the tables in %s can't be brought up to date: %s".formatted(location.text(), e.getMessage()), e);
        }
    }
}
