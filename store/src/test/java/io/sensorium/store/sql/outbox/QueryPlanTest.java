package io.sensorium.store.sql.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.store.database.SqliteDatabase;
import io.sensorium.store.sql.SqliteFixture;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked every second must not go through all that was ever told. */
class QueryPlanTest {

  @ParameterizedTest
  @ValueSource(strings = {"mobility", "sensors"})
  void whatWaitsToBeToldIsFoundByAnIndex(String schema) throws SQLException {
    assertThat(plan(schema, NotificationTable.list("position"))).contains("notifications_open");
  }

  @Test
  void aPlanWithoutTheIndexIsSeen() throws SQLException {
    assertThat(plan("mobility", "SELECT position FROM notifications WHERE reason = ? LIMIT ?"))
        .startsWith("SCAN");
  }

  private static String plan(String schema, String sql) throws SQLException {
    try (var fixture = new SqliteFixture();
        var _ = fixture.open();
        var session =
            new SqliteDatabase(fixture.directory().resolve(schema + ".db"), schema).openReader()) {
      return session
          .list("EXPLAIN QUERY PLAN " + sql, row -> row.getString("detail"), 0, 10)
          .getFirst();
    }
  }
}
