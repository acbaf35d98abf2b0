package io.sensorium.store.database;

import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.api.migration.JavaMigration;

/** The databases of a server. No transaction spans two. */
public final class Schemas {

  public static final String ACCOUNTS = "accounts";
  public static final String MOBILITY = "mobility";
  public static final String SENSORS = "sensors";

  /** The version of the last migration of each database; rises with the migrations. */
  private static final Map<String, String> NEWEST =
      Map.of(ACCOUNTS, "2", MOBILITY, "12", SENSORS, "5");

  private static final String LAST_MIGRATION =
      """
      SELECT version FROM flyway_schema_history WHERE success
      ORDER BY installed_rank DESC LIMIT 1
      """;

  private Schemas() {}

  /** Where the migrations of a database lie on the class path. */
  public static String location(String schema) {
    return "classpath:io/sensorium/store/sql/" + schema;
  }

  /** The migrations of a database that are code. */
  static JavaMigration[] coded(String schema) {
    return schema.equals(MOBILITY)
        ? new JavaMigration[] {new EventPayloadMigration()}
        : new JavaMigration[0];
  }

  /**
   * Whether all migrations have run, so that Flyway need not: loading it takes longer than all else
   * of a start.
   */
  public static boolean isCurrent(Database database) {
    try (var session = database.openReader()) {
      var last = session.find(LAST_MIGRATION, row -> String.valueOf(row.getString(1)));
      return last.equals(Optional.ofNullable(NEWEST.get(database.name())));
    } catch (SQLException e) {
      return false; // nothing is there yet, or Flyway will tell what is wrong
    }
  }
}
