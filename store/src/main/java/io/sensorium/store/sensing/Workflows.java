package io.sensorium.store.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.WorkflowId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Workflows, which outlive restarts.
 *
 * <p>Every implementation passes {@code WorkflowsContract}. Safe for use by many threads.
 */
public interface Workflows {

  /** A workflow to be. */
  record NewWorkflow(
      SensorUserId owner,
      GatewayId gateway,
      Workflow.Command command,
      @Nullable SensorId sensor,
      @Nullable Duration interval,
      Instant createdAt,
      Instant expiresAt) {}

  /**
   * The new workflow, or the one that runs already with the same gateway, command and sensor; one
   * whose time is over does not run any more.
   */
  record Started(Workflow workflow, boolean isNew) {}

  Started start(NewWorkflow workflow);

  Optional<Workflow> find(WorkflowId id);

  /** Those of a gateway, and of the slaves behind it, that no gateway took yet; oldest first. */
  List<Workflow> listQueued(GatewayId masterOrGateway);

  /** Marks as sent what was queued and is not too late; returns those that were, oldest first. */
  List<Workflow> markSent(List<WorkflowId> ids, Instant at);

  /**
   * Writes what a gateway tells, for itself or for a slave behind it. A final state does not change
   * again, and no state goes back. An interval that was set is that of the sensor's sources then.
   *
   * @return the workflow as it is then; empty when the gateway has none of that id
   */
  Optional<Workflow> report(
      GatewayId gateway,
      WorkflowId id,
      Workflow.State state,
      int progressPercent,
      @Nullable String result,
      @Nullable String error,
      Instant at);

  /** Ends those whose time is over; returns them. */
  List<Workflow> expire(Instant now);

  /** Those that ended and whose owner is not told yet, oldest first. */
  List<Workflow> listUnannounced(int limit);

  /** Remembers that the owners are told. */
  void markAnnounced(List<WorkflowId> ids);
}
