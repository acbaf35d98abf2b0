package io.sensorium.store.sql.driving;

import io.sensorium.core.driving.BehaviorFeatures;
import io.sensorium.core.driving.Drive;
import io.sensorium.core.id.EventId;
import io.sensorium.core.id.UserId;
import io.sensorium.core.time.Micros;
import io.sensorium.series.DamagedBytesException;
import io.sensorium.series.DriveCodec;
import io.sensorium.store.StoreException;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.RowPages;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.driving.Drives;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Drives as rows beside the events. */
public final class SqlDrives implements Drives {

  private static final String FIND =
      """
      SELECT phone_handling_millis, annotated_meters, payload FROM drives
      WHERE user_id = ? AND event_id = ?
      """;

  private static final String FIND_FEATURES =
      """
      SELECT phone_handling_millis, annotated_meters FROM drives WHERE user_id = ? AND event_id = ?
      """;

  private static final String LIST_FEATURES =
      """
      SELECT d.phone_handling_millis, d.annotated_meters, d.event_id
      FROM events e JOIN drives d ON d.user_id = e.user_id AND d.event_id = e.event_id
      WHERE e.user_id = ? AND e.start_at BETWEEN ? AND ?
      """;

  private static final String PAGE =
      """
      SELECT phone_handling_millis, annotated_meters, payload, event_id FROM drives
      WHERE user_id = ? AND event_id > ? ORDER BY event_id LIMIT ?
      """;

  private static final String PUT =
      """
      INSERT INTO drives (user_id, event_id, phone_handling_millis, annotated_meters, payload)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (user_id, event_id) DO UPDATE SET
        phone_handling_millis = excluded.phone_handling_millis,
        annotated_meters = excluded.annotated_meters, payload = excluded.payload
      """;

  private final SqlWriter writer;
  private final ReaderPool readers;

  public SqlDrives(SqlWriter writer, ReaderPool readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public Optional<Drive> find(UserId user, EventId event) {
    return readers.read(
        session -> session.find(FIND, SqlDrives::readDrive, user.value(), event.value()));
  }

  @Override
  public Optional<BehaviorFeatures> findFeatures(UserId user, EventId event) {
    return readers.read(
        session ->
            session.find(FIND_FEATURES, SqlDrives::readFeatures, user.value(), event.value()));
  }

  @Override
  public Map<EventId, BehaviorFeatures> listFeatures(UserId user, Instant first, Instant last) {
    var features = new HashMap<EventId, BehaviorFeatures>();
    readers.read(
        session ->
            session.list(
                LIST_FEATURES,
                row -> features.put(new EventId(row.getString(3)), readFeatures(row)),
                user.value(),
                Micros.of(first),
                Micros.of(last)));
    return Map.copyOf(features);
  }

  @Override
  public void readAll(UserId user, BiConsumer<EventId, Drive> receiver) {
    RowPages.<Map.Entry<EventId, Drive>>forEach(
        last ->
            readers.read(
                session ->
                    session.list(
                        PAGE,
                        row -> Map.entry(new EventId(row.getString(4)), readDrive(row)),
                        user.value(),
                        last == null ? "" : last.getKey().value(),
                        RowPages.SIZE)),
        one -> receiver.accept(one.getKey(), one.getValue()));
  }

  @Override
  public boolean put(UserId user, EventId event, Drive drive) {
    var payload = DriveCodec.encode(drive);
    return writer.writeDerived(
        session -> {
          var found =
              session.number(
                  "SELECT count(*) FROM events WHERE user_id = ? AND event_id = ?",
                  user.value(),
                  event.value());
          if (found == 0) {
            return false;
          }
          var features = drive.features();
          session.update(
              PUT,
              user.value(),
              event.value(),
              features.phoneHandlingMillis(),
              features.annotatedDistanceMeters(),
              payload);
          return true;
        });
  }

  private static Drive readDrive(ResultSet row) throws SQLException {
    try {
      return DriveCodec.decode(row.getBytes(3), readFeatures(row));
    } catch (DamagedBytesException e) {
      throw new StoreException("a drive is damaged", false, e);
    }
  }

  private static BehaviorFeatures readFeatures(ResultSet row) throws SQLException {
    return new BehaviorFeatures(readLong(row, 1), readLong(row, 2));
  }

  private static @Nullable Long readLong(ResultSet row, int column) throws SQLException {
    long number = row.getLong(column);
    return row.wasNull() ? null : number;
  }
}
