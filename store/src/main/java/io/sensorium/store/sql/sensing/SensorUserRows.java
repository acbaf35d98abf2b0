package io.sensorium.store.sql.sensing;

import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.sensing.Privilege;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.core.sensing.SensorUser.NotificationChannel;
import io.sensorium.core.sensing.SensorUser.TemperatureUnit;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.Session;
import io.sensorium.store.sensing.SensorUsers.NewUser;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Users of the sensor API as rows. */
final class SensorUserRows {

  static final String USER =
      """
      SELECT u.user_id, u.parent_id, u.email, u.first_name, u.last_name, u.country, u.zone,
        u.temperature_unit, u.notification_channel, u.privileges, u.created_at
      FROM sensor_users u
      """;

  /** Those below a user, with how far below. UNION ends it, were there a circle. */
  static final String DESCENDANTS =
      """
      WITH RECURSIVE below (user_id, depth) AS (
        SELECT user_id, 1 FROM sensor_users WHERE parent_id = ?
        UNION
        SELECT child.user_id, below.depth + 1
        FROM sensor_users child JOIN below ON child.parent_id = below.user_id)
      """;

  static final String ANCESTORS =
      """
      WITH RECURSIVE above (user_id) AS (
        SELECT parent_id FROM sensor_users WHERE user_id = ?
        UNION
        SELECT parent.parent_id
        FROM sensor_users parent JOIN above ON parent.user_id = above.user_id)
      """;

  private SensorUserRows() {}

  /** How addresses are compared. */
  static String emailKey(String email) {
    return email.toLowerCase(Locale.ROOT);
  }

  static Optional<SensorUser> find(Session session, SensorUserId id) throws SQLException {
    return session.find(USER + "WHERE u.user_id = ?", SensorUserRows::read, id.value());
  }

  static SensorUserId insert(Session session, NewUser user) throws SQLException {
    long id = Ids.USER.draw(session);
    var parent = user.parent();
    session.update(
        """
        INSERT INTO sensor_users (user_id, parent_id, email, email_key, password_hash, first_name,
          last_name, country, zone, temperature_unit, notification_channel, privileges, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id,
        parent == null ? null : (Long) parent.value(),
        user.email(),
        emailKey(user.email()),
        user.passwordHash(),
        user.firstName(),
        user.lastName(),
        SensorUser.UNKNOWN_COUNTRY,
        "UTC",
        TemperatureUnit.CELSIUS.name(),
        NotificationChannel.EMAIL.name(),
        privileges(user.privileges()),
        Micros.of(user.createdAt()));
    return new SensorUserId(id);
  }

  static String privileges(Set<Privilege> privileges) {
    return privileges.stream().map(Privilege::name).sorted().collect(Collectors.joining(" "));
  }

  static SensorUser read(ResultSet row) throws SQLException {
    var parent = Columns.number(row, 2);
    return new SensorUser(
        new SensorUserId(row.getLong(1)),
        parent == null ? null : new SensorUserId(parent),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        row.getString(6),
        ZoneId.of(row.getString(7)),
        TemperatureUnit.valueOf(row.getString(8)),
        NotificationChannel.valueOf(row.getString(9)),
        readPrivileges(row.getString(10)),
        Micros.toInstant(row.getLong(11)));
  }

  private static Set<Privilege> readPrivileges(String names) {
    return Arrays.stream(names.split(" "))
        .filter(name -> !name.isEmpty())
        .map(Privilege::valueOf)
        .collect(Collectors.toUnmodifiableSet());
  }
}
