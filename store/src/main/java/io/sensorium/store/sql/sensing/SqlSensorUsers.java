package io.sensorium.store.sql.sensing;

import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.sensing.Privilege;
import io.sensorium.core.sensing.SensorUser;
import io.sensorium.store.StoreException;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.sensing.Removals;
import io.sensorium.store.sensing.SensorUsers;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Users of the sensor API as a table. */
final class SqlSensorUsers implements SensorUsers {

  private final DeviceChanges changes;
  private final ReaderPool readers;
  private final Associations associations;
  private final AtomicLong changeCount = new AtomicLong();

  SqlSensorUsers(DeviceChanges changes, ReaderPool readers, Associations associations) {
    this.changes = changes;
    this.readers = readers;
    this.associations = associations;
  }

  private <T> T change(DeviceChanges.Change<T> change) {
    try {
      return changes.change(change);
    } finally {
      changeCount.incrementAndGet(); // also when it failed: who knows how far it came
    }
  }

  @Override
  public Optional<SensorUser> create(NewUser user) {
    return change(
        (session, _) -> {
          if (idOf(session, user.email()).isPresent()) {
            return Optional.empty();
          }
          return SensorUserRows.find(session, SensorUserRows.insert(session, user));
        });
  }

  private static Optional<Long> idOf(Session session, String email) throws SQLException {
    return session.find(
        "SELECT user_id FROM sensor_users WHERE email_key = ?",
        row -> row.getLong(1),
        SensorUserRows.emailKey(email));
  }

  @Override
  public Optional<SensorUser> find(SensorUserId id) {
    return readers.read(session -> SensorUserRows.find(session, id));
  }

  @Override
  public Optional<SensorUser> findByEmail(String email) {
    return readers.read(
        session ->
            session.find(
                SensorUserRows.USER + "WHERE u.email_key = ?",
                SensorUserRows::read,
                SensorUserRows.emailKey(email)));
  }

  @Override
  public String getPasswordHash(SensorUserId id) {
    return readers
        .read(
            session ->
                session.find(
                    "SELECT password_hash FROM sensor_users WHERE user_id = ?",
                    row -> row.getString(1),
                    id.value()))
        .orElseThrow(() -> new StoreException("there is no user " + id));
  }

  @Override
  public void setPasswordHash(SensorUserId id, String hash) {
    update("UPDATE sensor_users SET password_hash = ? WHERE user_id = ?", hash, id.value());
  }

  @Override
  public void update(SensorUser user) {
    update(
        """
        UPDATE sensor_users SET first_name = ?, last_name = ?, country = ?, zone = ?,
          temperature_unit = ?, notification_channel = ?
        WHERE user_id = ?
        """,
        user.firstName(),
        user.lastName(),
        user.country(),
        user.zone().getId(),
        user.temperatureUnit().name(),
        user.notificationChannel().name(),
        user.id().value());
  }

  @Override
  public void setPrivileges(SensorUserId id, Set<Privilege> privileges) {
    update(
        "UPDATE sensor_users SET privileges = ? WHERE user_id = ?",
        SensorUserRows.privileges(privileges),
        id.value());
  }

  private void update(String sql, Object... parameters) {
    change((session, _) -> session.update(sql, parameters));
  }

  @Override
  public List<SensorUser> listDescendants(SensorUserId id) {
    return readers.read(
        session ->
            session.list(
                SensorUserRows.DESCENDANTS
                    + SensorUserRows.USER
                    + "JOIN below ON below.user_id = u.user_id ORDER BY below.depth, u.user_id",
                SensorUserRows::read,
                id.value()));
  }

  @Override
  public List<SensorUser> list() {
    return readers.read(
        session -> session.list(SensorUserRows.USER + "ORDER BY u.user_id", SensorUserRows::read));
  }

  @Override
  public boolean isStrictDescendant(SensorUserId ancestor, SensorUserId user) {
    return !ancestor.equals(user)
        && readers.read(
            session ->
                session.number(
                        SensorUserRows.ANCESTORS + "SELECT count(*) FROM above WHERE user_id = ?",
                        user.value(),
                        ancestor.value())
                    > 0);
  }

  @Override
  public boolean delete(SensorUserId id) {
    return change((session, touched) -> delete(session, touched, id));
  }

  private boolean delete(Session session, Touched touched, SensorUserId id) throws SQLException {
    if (SensorUserRows.find(session, id).isEmpty()) {
      return false;
    }
    session.update("DELETE FROM workflows WHERE owner_id = ?", id.value());
    associations.release(session, touched, id);
    session.update(
        """
        UPDATE sensor_users SET parent_id =
          (SELECT gone.parent_id FROM sensor_users gone WHERE gone.user_id = ?)
        WHERE parent_id = ?
        """,
        id.value(),
        id.value());
    session.update("DELETE FROM sensor_users WHERE user_id = ?", id.value());
    SqlRemovals.add(session, new Removals.RemovedUser(id));
    return true;
  }

  @Override
  public long changeCount() {
    return changeCount.get();
  }
}
