package io.sensorium.store.sql.contact;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.time.Micros;
import io.sensorium.store.contact.Contacts;
import io.sensorium.store.contact.Silence;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.database.SqlWriter;
import io.sensorium.store.sql.outbox.NotificationRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Contacts as tables. */
public final class SqlContacts implements Contacts {

  private static final String SELECT =
      "SELECT gateway_id, sensor_id, since, with_gateway, ended_at FROM silences ";

  private static final String ORDER = " ORDER BY gateway_id, sensor_id, since";

  private static final String PUT =
      """
      INSERT INTO silences (gateway_id, sensor_id, since, with_gateway, ended_at)
      VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (gateway_id, sensor_id, since) DO UPDATE SET
        with_gateway = excluded.with_gateway, ended_at = excluded.ended_at
      """;

  private static final String PUT_GAP =
      """
      INSERT INTO usual_gaps (sensor_id, gap) VALUES (?, ?)
      ON CONFLICT (sensor_id) DO UPDATE SET gap = excluded.gap
      """;

  private static final String ADD_LOW_BATTERY =
      """
      INSERT INTO low_batteries (source_id, since) VALUES (?, ?)
      ON CONFLICT (source_id) DO NOTHING
      """;

  private final SqlWriter writer;
  private final ReaderPool readers;

  public SqlContacts(SqlWriter writer, ReaderPool readers) {
    this.writer = writer;
    this.readers = readers;
  }

  @Override
  public List<Silence> listOpen() {
    return readers.read(
        s -> s.list(SELECT + "WHERE ended_at IS NULL" + ORDER, SqlContacts::readSilence));
  }

  @Override
  public List<Silence> listEnded(Instant from) {
    return readers.read(
        session ->
            session.list(
                SELECT + "WHERE ended_at >= ?" + ORDER, SqlContacts::readSilence, Micros.of(from)));
  }

  @Override
  public void putSilences(List<Silence> silences, List<Notification> notifications) {
    writer.write(
        session -> {
          for (var silence : silences) {
            put(session, silence);
          }
          NotificationRows.add(session, notifications);
          return true;
        });
  }

  private static void put(Session session, Silence silence) throws SQLException {
    var ended = silence.endedAt();
    session.update(
        PUT,
        silence.gateway().value(),
        sensorId(silence),
        Micros.of(silence.since()),
        silence.withGateway() ? 1 : 0,
        ended == null ? null : Micros.of(ended));
  }

  @Override
  public void retractSilence(Silence silence, List<Notification> notifications) {
    writer.write(
        session -> {
          session.update(
              "DELETE FROM silences WHERE gateway_id = ? AND sensor_id = ? AND since = ?",
              silence.gateway().value(),
              sensorId(silence),
              Micros.of(silence.since()));
          NotificationRows.add(session, notifications);
          return true;
        });
  }

  @Override
  public void forgetSilences(Instant endedBefore) {
    writer.write(s -> s.update("DELETE FROM silences WHERE ended_at < ?", Micros.of(endedBefore)));
  }

  @Override
  public Set<SourceId> listLowBatteries() {
    return new HashSet<>(
        readers.read(
            s ->
                s.list(
                    "SELECT source_id FROM low_batteries", row -> new SourceId(row.getLong(1)))));
  }

  @Override
  public void addLowBattery(SourceId source, Instant since, List<Notification> notifications) {
    writer.write(
        session -> {
          session.update(ADD_LOW_BATTERY, source.value(), Micros.of(since));
          NotificationRows.add(session, notifications);
          return true;
        });
  }

  @Override
  public void removeLowBattery(SourceId source) {
    writer.write(s -> s.update("DELETE FROM low_batteries WHERE source_id = ?", source.value()));
  }

  @Override
  public Map<SensorId, Duration> listUsualGaps() {
    var gaps = new HashMap<SensorId, Duration>();
    readers.read(
        session ->
            session.list(
                "SELECT sensor_id, gap FROM usual_gaps",
                row -> gaps.put(new SensorId(row.getLong(1)), Micros.toDuration(row.getLong(2)))));
    return gaps;
  }

  @Override
  public void putUsualGaps(Map<SensorId, Duration> gaps) {
    writer.writeDerived(
        session -> {
          for (var gap : gaps.entrySet()) {
            putGap(session, gap.getKey(), gap.getValue());
          }
          return true;
        });
  }

  private static void putGap(Session session, SensorId sensor, Duration gap) throws SQLException {
    if (gap.isZero()) {
      session.update("DELETE FROM usual_gaps WHERE sensor_id = ?", sensor.value());
    } else {
      session.update(PUT_GAP, sensor.value(), Micros.of(gap));
    }
  }

  @Override
  public void removeGateway(GatewayId gateway) {
    writer.write(s -> s.update("DELETE FROM silences WHERE gateway_id = ?", gateway.value()));
  }

  /** No sensor has the id 0: it stands for the whole gateway. */
  private static long sensorId(Silence silence) {
    var sensor = silence.sensor();
    return sensor == null ? 0 : sensor.value();
  }

  private static Silence readSilence(ResultSet row) throws SQLException {
    long sensor = row.getLong("sensor_id");
    long ended = row.getLong("ended_at");
    var endedAt = row.wasNull() ? null : Micros.toInstant(ended);
    return new Silence(
        new GatewayId(row.getLong("gateway_id")),
        sensor == 0 ? null : new SensorId(sensor),
        Micros.toInstant(row.getLong("since")),
        row.getInt("with_gateway") == 1,
        endedAt);
  }
}
