package io.sensorium.api.gateway;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.WorkflowId;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Workflow;
import io.sensorium.store.sensing.Workflows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Workflows that ring for the gateway, and the master that it is behind, when one is started. */
public final class RingingWorkflows implements Workflows {

  private final Workflows workflows;
  private final Devices devices;
  private final Consumer<GatewayId> bell;

  public RingingWorkflows(Workflows workflows, Devices devices, Consumer<GatewayId> bell) {
    this.workflows = workflows;
    this.devices = devices;
    this.bell = bell;
  }

  @Override
  public Started start(NewWorkflow workflow) {
    var started = workflows.start(workflow);
    if (started.isNew()) {
      bell.accept(workflow.gateway());
      devices.findGateway(workflow.gateway()).map(Gateway::master).ifPresent(bell);
    }
    return started;
  }

  @Override
  public Optional<Workflow> find(WorkflowId id) {
    return workflows.find(id);
  }

  @Override
  public List<Workflow> listQueued(GatewayId masterOrGateway) {
    return workflows.listQueued(masterOrGateway);
  }

  @Override
  public List<Workflow> markSent(List<WorkflowId> ids, Instant at) {
    return workflows.markSent(ids, at);
  }

  @Override
  public Optional<Workflow> report(
      GatewayId gateway,
      WorkflowId id,
      Workflow.State state,
      int progressPercent,
      @Nullable String result,
      @Nullable String error,
      Instant at) {
    return workflows.report(gateway, id, state, progressPercent, result, error, at);
  }

  @Override
  public List<Workflow> expire(Instant now) {
    return workflows.expire(now);
  }

  @Override
  public List<Workflow> listUnannounced(int limit) {
    return workflows.listUnannounced(limit);
  }

  @Override
  public void markAnnounced(List<WorkflowId> ids) {
    workflows.markAnnounced(ids);
  }
}
