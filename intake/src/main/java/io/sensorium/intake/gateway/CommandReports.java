package io.sensorium.intake.gateway;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.WorkflowId;
import io.sensorium.intake.gateway.CommandReportJson.CommandReport;
import io.sensorium.store.sensing.Workflow;
import io.sensorium.store.sensing.Workflow.State;
import io.sensorium.store.sensing.Workflows;
import java.time.Clock;
import java.util.Optional;

/** Takes in what gateways report of commands, whichever way it comes. */
public final class CommandReports {

  private static final int DONE = 100;

  private final Workflows workflows;
  private final Runnable ended;
  private final Clock clock;

  /**
   * @param ended is told when a workflow has ended
   */
  public CommandReports(Workflows workflows, Runnable ended, Clock clock) {
    this.workflows = workflows;
    this.ended = ended;
    this.clock = clock;
  }

  /** The workflow as it is then; empty when the gateway has none of that id. */
  public Optional<Workflow> accept(GatewayId gateway, WorkflowId id, CommandReport report) {
    var known = workflows.find(id);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    int progress =
        report
            .progressPercent()
            .orElse(report.state() == State.SUCCEEDED ? DONE : known.get().progressPercent());
    var told =
        workflows.report(
            gateway,
            id,
            report.state(),
            progress,
            report.result(),
            report.error(),
            clock.instant());
    if (told.filter(workflow -> workflow.state().isFinal()).isPresent()) {
      ended.run();
    }
    return told;
  }
}
