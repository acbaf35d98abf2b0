package io.sensorium.store.database;

import io.sensorium.store.StoreException;
import java.sql.SQLException;
import java.util.Set;

/** Tells callers what a database's error means to them. */
public final class Failures {

  /** Busy, locked, no memory, interrupted, disk error, full: SQLite's primary result codes. */
  private static final Set<Integer> PASSING_IN_SQLITE = Set.of(5, 6, 7, 9, 10, 13);

  /** Connection, rollback, resources, operator: classes of SQLSTATE. */
  private static final Set<String> PASSING_IN_POSTGRES = Set.of("08", "40", "53", "57");

  private static final int PRIMARY_CODE = 0xff;

  private Failures() {}

  public static StoreException asStoreException(SQLException failure) {
    return new StoreException(
        "the database failed: " + failure.getMessage(), isPassing(failure), failure);
  }

  private static boolean isPassing(SQLException failure) {
    var state = failure.getSQLState();
    if (state != null && state.length() == 5) {
      return PASSING_IN_POSTGRES.contains(state.substring(0, 2));
    }
    return PASSING_IN_SQLITE.contains(failure.getErrorCode() & PRIMARY_CODE);
  }
}
