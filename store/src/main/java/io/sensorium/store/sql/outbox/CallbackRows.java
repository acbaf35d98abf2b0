package io.sensorium.store.sql.outbox;

import io.sensorium.core.id.CallbackId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.notification.CallbackUrl;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.Session;
import io.sensorium.store.outbox.Callback;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Callbacks as rows. */
final class CallbackRows {

  static final String COLUMNS =
      "c.callback_id, c.owner_id, c.created_by, c.url, c.type_bits, c.created_at AS registered_at,"
          + " c.failing_since, c.disabled_because, c.disabled_at";

  private static final String DISABLE =
      """
      UPDATE callbacks SET disabled_because = ?, disabled_at = ?
      WHERE callback_id = ? AND disabled_because IS NULL
      """;

  private static final String END_WAITING =
      """
      UPDATE deliveries
      SET state = 2, next_at = NULL, ended_at = ?, last_error = 'the callback was disabled'
      WHERE callback_id = ? AND state = 0
      """;

  private CallbackRows() {}

  static Callback read(ResultSet row) throws SQLException {
    long creator = row.getLong("created_by"); // 0 where there is none
    return new Callback(
        new CallbackId(row.getLong("callback_id")),
        OwnerColumn.read(row),
        creator == 0 ? null : new SensorUserId(creator),
        new CallbackUrl(row.getString("url")),
        row.getInt("type_bits"),
        Micros.toInstant(row.getLong("registered_at")),
        instant(row, "failing_since"),
        readDisabled(row));
  }

  private static Callback.@Nullable Disabled readDisabled(ResultSet row) throws SQLException {
    var reason = row.getString("disabled_because");
    return reason == null
        ? null
        : new Callback.Disabled(
            Callback.Reason.valueOf(reason), Micros.toInstant(row.getLong("disabled_at")));
  }

  /** Disables a callback that is not, and ends what waits for it. */
  static boolean disable(Session session, long callback, Callback.Reason reason, long at)
      throws SQLException {
    if (session.update(DISABLE, reason.name(), at, callback) == 0) {
      return false;
    }
    session.update(END_WAITING, at, callback);
    return true;
  }

  /** An instant, or null where the column is. */
  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    long micros = row.getLong(column);
    return row.wasNull() ? null : Micros.toInstant(micros);
  }
}
