package io.sensorium.store.sql.outbox;

import io.sensorium.core.id.ApplicationId;
import io.sensorium.core.id.Owner;
import io.sensorium.core.id.SensorUserId;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The column {@code owner_id}: a number where users of sensors own, text where applications do. */
final class OwnerColumn {

  private OwnerColumn() {}

  static Object value(Owner owner) {
    return switch (owner) {
      case SensorUserId user -> user.value();
      case ApplicationId application -> application.value();
    };
  }

  static Owner read(ResultSet row) throws SQLException {
    return switch (row.getObject("owner_id")) {
      case Number number -> new SensorUserId(number.longValue());
      case String text -> new ApplicationId(text);
      case null, default -> throw new SQLException("a callback has no owner");
    };
  }
}
