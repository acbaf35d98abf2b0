package io.sensorium.store.sql;

import java.sql.SQLException;

/** The databases of a server. No transaction spans two. */
final class Schemas {

  static final String ACCOUNTS = "accounts";
  static final String MOBILITY = "mobility";

  /** The version of the last migration of every database; rises with the migrations. */
  private static final String NEWEST = "1";

  private static final String LAST_MIGRATION =
      """
      SELECT version FROM flyway_schema_history WHERE success
      ORDER BY installed_rank DESC LIMIT 1
      """;

  private Schemas() {}

  /** Where the migrations of a database lie on the class path. */
  static String location(String schema) {
    return "classpath:io/sensorium/store/sql/" + schema;
  }

  /**
   * Whether all migrations have run, so that Flyway need not: loading it takes longer than all else
   * of a start.
   */
  static boolean isCurrent(Database database) {
    try (var session = database.openReader()) {
      var last = session.find(LAST_MIGRATION, row -> String.valueOf(row.getString(1)));
      return last.filter(NEWEST::equals).isPresent();
    } catch (SQLException e) {
      return false; // nothing is there yet, or Flyway will tell what is wrong
    }
  }
}
