package io.sensorium.store.sql.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.WorkflowId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.sensing.Workflow;
import io.sensorium.store.sensing.Workflow.State;
import io.sensorium.store.sensing.Workflows;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Workflows as a table. */
final class SqlWorkflows implements Workflows {

  /** Of a gateway and the slaves behind it. */
  private static final String BEHIND =
      """
      (w.gateway_id = ?
        OR w.gateway_id IN (SELECT g.gateway_id FROM gateways g WHERE g.master_id = ?))
      """;

  private final DeviceChanges changes;
  private final ReaderPool readers;
  private final DeviceRows rows;

  SqlWorkflows(DeviceChanges changes, ReaderPool readers, DeviceRows rows) {
    this.changes = changes;
    this.readers = readers;
    this.rows = rows;
  }

  @Override
  public Started start(NewWorkflow workflow) {
    return changes.change(
        (session, _) -> {
          var running = WorkflowRows.findRunning(session, workflow);
          if (running.isPresent()) {
            return new Started(running.get(), false);
          }
          var id = WorkflowRows.insert(session, workflow);
          return new Started(WorkflowRows.find(session, id).orElseThrow(), true);
        });
  }

  @Override
  public Optional<Workflow> find(WorkflowId id) {
    return readers.read(session -> WorkflowRows.find(session, id));
  }

  @Override
  public List<Workflow> listQueued(GatewayId masterOrGateway) {
    return readers.read(
        session ->
            session.list(
                WorkflowRows.WORKFLOW
                    + "WHERE w.state = 'QUEUED' AND "
                    + BEHIND
                    + "ORDER BY w.workflow_id",
                WorkflowRows::read,
                masterOrGateway.value(),
                masterOrGateway.value()));
  }

  @Override
  public List<Workflow> markSent(List<WorkflowId> ids, Instant at) {
    return changes.change((session, _) -> markSent(session, ids, Micros.of(at)));
  }

  private static List<Workflow> markSent(Session session, List<WorkflowId> ids, long atMicros)
      throws SQLException {
    var sent = new ArrayList<Workflow>();
    for (var id : ids.stream().sorted((a, b) -> Long.compare(a.value(), b.value())).toList()) {
      int count =
          session.update(
              """
              UPDATE workflows SET state = 'SENT', updated_at = ?
              WHERE workflow_id = ? AND state = 'QUEUED' AND expires_at > ?
              """,
              atMicros,
              id.value(),
              atMicros);
      if (count > 0) {
        sent.add(WorkflowRows.find(session, id).orElseThrow());
      }
    }
    return sent;
  }

  @Override
  public Optional<Workflow> report(
      GatewayId gateway,
      WorkflowId id,
      State state,
      int progressPercent,
      @Nullable String result,
      @Nullable String error,
      Instant at) {
    return changes.change(
        (session, touched) -> {
          var found =
              session.find(
                  WorkflowRows.WORKFLOW + "WHERE w.workflow_id = ? AND " + BEHIND,
                  WorkflowRows::read,
                  id.value(),
                  gateway.value(),
                  gateway.value());
          if (found.isEmpty() || !found.get().state().mayBecome(state)) {
            return found;
          }
          write(session, id, state, progressPercent, result, error, at);
          setInterval(session, touched, found.get(), state);
          return WorkflowRows.find(session, id);
        });
  }

  private static void write(
      Session session,
      WorkflowId id,
      State state,
      int progressPercent,
      @Nullable String result,
      @Nullable String error,
      Instant at)
      throws SQLException {
    session.update(
        """
        UPDATE workflows SET state = ?, progress_percent = ?, result = COALESCE(?, result),
          error = COALESCE(?, error), updated_at = ?, ended = ?
        WHERE workflow_id = ?
        """,
        state.name(),
        progressPercent,
        result,
        error,
        Micros.of(at),
        state.isFinal() ? 1 : 0,
        id.value());
  }

  private void setInterval(Session session, Touched touched, Workflow workflow, State state)
      throws SQLException {
    var sensor = workflow.sensor();
    var interval = workflow.interval();
    if (state == State.SUCCEEDED && sensor != null && interval != null) {
      DeviceSql.setInterval(session, touched, rows, sensor, interval);
    }
  }

  @Override
  public List<Workflow> expire(Instant now) {
    return changes.change(
        (session, _) -> {
          var late =
              session.list(
                  WorkflowRows.WORKFLOW
                      + "WHERE w.ended = 0 AND w.expires_at <= ? ORDER BY w.workflow_id",
                  WorkflowRows::read,
                  Micros.of(now));
          var expired = new ArrayList<Workflow>();
          for (var workflow : late) {
            write(
                session, workflow.id(), State.EXPIRED, workflow.progressPercent(), null, null, now);
            expired.add(WorkflowRows.find(session, workflow.id()).orElseThrow());
          }
          return expired;
        });
  }

  @Override
  public List<Workflow> listUnannounced(int limit) {
    return readers.read(
        session ->
            session.list(
                WorkflowRows.WORKFLOW
                    + "WHERE w.ended = 1 AND w.announced = 0 ORDER BY w.workflow_id LIMIT ?",
                WorkflowRows::read,
                limit));
  }

  @Override
  public void markAnnounced(List<WorkflowId> ids) {
    changes.change(
        (session, _) -> {
          for (var id : ids) {
            session.update("UPDATE workflows SET announced = 1 WHERE workflow_id = ?", id.value());
          }
          return true;
        });
  }
}
