package io.sensorium.store.sql.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.WorkflowId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.Session;
import io.sensorium.store.sensing.Workflow;
import io.sensorium.store.sensing.Workflows.NewWorkflow;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Workflows as rows. */
final class WorkflowRows {

  static final String WORKFLOW =
      """
      SELECT w.workflow_id, w.owner_id, w.gateway_id, w.command, w.sensor_id, w.interval_micros,
        w.state, w.progress_percent, w.result, w.error, w.created_at, w.updated_at, w.expires_at
      FROM workflows w
      """;

  private WorkflowRows() {}

  static Optional<Workflow> find(Session session, WorkflowId id) throws SQLException {
    return session.find(WORKFLOW + "WHERE w.workflow_id = ?", WorkflowRows::read, id.value());
  }

  /** The one that runs with the same gateway, command and sensor. */
  static Optional<Workflow> findRunning(Session session, NewWorkflow workflow) throws SQLException {
    return session.find(
        WORKFLOW
            + """
            WHERE w.gateway_id = ? AND w.command = ? AND COALESCE(w.sensor_id, 0) = ?
              AND w.ended = 0 AND w.expires_at > ?
            """,
        WorkflowRows::read,
        workflow.gateway().value(),
        workflow.command().name(),
        sensorOrZero(workflow.sensor()),
        Micros.of(workflow.createdAt()));
  }

  static WorkflowId insert(Session session, NewWorkflow workflow) throws SQLException {
    long id = Ids.WORKFLOW.draw(session);
    var sensor = workflow.sensor();
    var interval = workflow.interval();
    long createdAt = Micros.of(workflow.createdAt());
    session.update(
        """
        INSERT INTO workflows (workflow_id, owner_id, gateway_id, command, sensor_id,
          interval_micros, state, progress_percent, created_at, updated_at, expires_at, ended,
          announced)
        VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, 0, 0)
        """,
        id,
        workflow.owner().value(),
        workflow.gateway().value(),
        workflow.command().name(),
        sensor == null ? null : (Long) sensor.value(),
        interval == null ? null : (Long) Columns.micros(interval),
        Workflow.State.QUEUED.name(),
        createdAt,
        createdAt,
        Micros.of(workflow.expiresAt()));
    return new WorkflowId(id);
  }

  static Workflow read(ResultSet row) throws SQLException {
    var sensor = Columns.number(row, 5);
    return new Workflow(
        new WorkflowId(row.getLong(1)),
        new SensorUserId(row.getLong(2)),
        new GatewayId(row.getLong(3)),
        Workflow.Command.valueOf(row.getString(4)),
        sensor == null ? null : new SensorId(sensor),
        interval(row),
        Workflow.State.valueOf(row.getString(7)),
        row.getInt(8),
        row.getString(9),
        row.getString(10),
        Micros.toInstant(row.getLong(11)),
        Micros.toInstant(row.getLong(12)),
        Micros.toInstant(row.getLong(13)));
  }

  private static @Nullable Duration interval(ResultSet row) throws SQLException {
    var micros = Columns.number(row, 6);
    return micros == null ? null : Duration.of(micros, ChronoUnit.MICROS);
  }

  private static long sensorOrZero(@Nullable SensorId sensor) {
    return sensor == null ? 0 : sensor.value();
  }
}
