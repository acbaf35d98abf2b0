package io.sensorium.store.sql.outbox;

import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.id.WorkflowId;
import io.sensorium.core.notification.Notification;
import io.sensorium.core.notification.Notification.Subject;
import io.sensorium.core.notification.NotificationType;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notifications as rows. {@link #add} is for those who write a notification in the transaction that
 * makes it true: a session of the sensors' database.
 */
public final class NotificationRows {

  static final String COLUMNS =
      "position, fact_key, owner_id, type, happened_at, late, subject,"
          + " alarm_id, log_id, gateway_id, sensor_id, source_id, workflow_id, value, reason, told_at";

  private static final int OF_ALARM = 1;
  private static final int OF_MEASUREMENT = 2;
  private static final int OF_DEVICE = 3;
  private static final int OF_WORKFLOW = 4;

  private static final String INSERT =
      """
      INSERT INTO notifications
        (fact_key, owner_id, type, happened_at, late, subject,
         alarm_id, log_id, gateway_id, sensor_id, source_id, workflow_id, value, state)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)
      ON CONFLICT (fact_key) DO NOTHING
      """;

  private NotificationRows() {}

  /** The columns of a subject. */
  private record SubjectRow(
      int kind,
      @Nullable Long alarm,
      @Nullable Long log,
      @Nullable Long gateway,
      @Nullable Long sensor,
      @Nullable Long source,
      @Nullable Long workflow,
      @Nullable Double value) {}

  /** Adds notifications to the session's transaction; one whose key is known is left out. */
  public static void add(Session session, List<Notification> notifications) throws SQLException {
    for (var notification : notifications) {
      add(session, notification);
    }
  }

  private static void add(Session session, Notification notification) throws SQLException {
    var subject = row(notification.subject());
    session.update(
        INSERT,
        notification.key(),
        notification.owner().value(),
        notification.type().wireName(),
        Micros.of(notification.at()),
        notification.late() ? 1 : 0,
        subject.kind(),
        subject.alarm(),
        subject.log(),
        subject.gateway(),
        subject.sensor(),
        subject.source(),
        subject.workflow(),
        subject.value());
  }

  private static SubjectRow row(Subject subject) {
    return switch (subject) {
      case Subject.OfAlarm a ->
          new SubjectRow(
              OF_ALARM,
              a.alarm().value(),
              a.logId(),
              null,
              null,
              a.source().value(),
              null,
              a.value());
      case Subject.OfMeasurement m ->
          new SubjectRow(
              OF_MEASUREMENT,
              null,
              null,
              m.gateway().value(),
              m.sensor().value(),
              m.source().value(),
              null,
              m.value());
      case Subject.OfDevice d -> {
        var sensor = d.sensor();
        var source = d.source();
        yield new SubjectRow(
            OF_DEVICE,
            null,
            null,
            d.gateway().value(),
            sensor == null ? null : sensor.value(),
            source == null ? null : source.value(),
            null,
            null);
      }
      case Subject.OfWorkflow w ->
          new SubjectRow(
              OF_WORKFLOW, null, null, w.gateway().value(), null, null, w.workflow().value(), null);
    };
  }

  /** The notification of a row of {@link #COLUMNS}. */
  static Notification read(ResultSet row) throws SQLException {
    return new Notification(
        row.getString("fact_key"),
        new SensorUserId(row.getLong("owner_id")),
        NotificationType.ofWireName(row.getString("type")),
        Micros.toInstant(row.getLong("happened_at")),
        row.getInt("late") != 0,
        readSubject(row));
  }

  private static Subject readSubject(ResultSet row) throws SQLException {
    int kind = row.getInt("subject");
    return switch (kind) {
      case OF_ALARM ->
          new Subject.OfAlarm(
              new AlarmId(row.getLong("alarm_id")),
              new SourceId(row.getLong("source_id")),
              row.getLong("log_id"),
              row.getDouble("value"));
      case OF_MEASUREMENT ->
          new Subject.OfMeasurement(
              new GatewayId(row.getLong("gateway_id")),
              new SensorId(row.getLong("sensor_id")),
              new SourceId(row.getLong("source_id")),
              row.getDouble("value"));
      case OF_DEVICE -> readDevice(row);
      case OF_WORKFLOW ->
          new Subject.OfWorkflow(
              new WorkflowId(row.getLong("workflow_id")), new GatewayId(row.getLong("gateway_id")));
      default -> throw new SQLException("no notification has a subject of kind " + kind);
    };
  }

  private static Subject readDevice(ResultSet row) throws SQLException {
    long sensor = row.getLong("sensor_id"); // 0 where there is none: ids are positive
    long source = row.getLong("source_id");
    return new Subject.OfDevice(
        new GatewayId(row.getLong("gateway_id")),
        sensor == 0 ? null : new SensorId(sensor),
        source == 0 ? null : new SourceId(source));
  }
}
