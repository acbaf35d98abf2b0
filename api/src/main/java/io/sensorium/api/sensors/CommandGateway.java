package io.sensorium.api.sensors;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.api.sensors.json.WorkflowJson;
import io.sensorium.api.sensors.parameter.Parameters;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Workflow;
import io.sensorium.store.sensing.Workflow.Command;
import io.sensorium.store.sensing.Workflows;
import io.sensorium.store.sensing.Workflows.NewWorkflow;
import java.time.Duration;

/** {@code POST /v1/gateways/:id/commands} with {@code command=reboot} or {@code pairing_start} */
final class CommandGateway implements SensorMethod {

  /** So long a gateway that is offline may take to come back. */
  static final Duration VALIDITY = Duration.ofHours(24);

  private final Belongings belongings;
  private final Workflows workflows;
  private final DateStyle dates;

  CommandGateway(Devices devices, Workflows workflows, DateStyle dates) {
    this.belongings = new Belongings(devices);
    this.workflows = workflows;
    this.dates = dates;
  }

  @Override
  public Answer answer(Call call) {
    var gateway = belongings.gateway(call.owner(), call.pathId("id"));
    var command = command(call.parameters().get("command"));
    var started =
        workflows.start(
            new NewWorkflow(
                call.owner(),
                gateway.id(),
                command,
                null,
                null,
                call.now(),
                call.now().plus(VALIDITY)));
    return started.isNew()
        ? Answer.changed(
            json -> WorkflowJson.write(json.name("workflow"), dates, started.workflow()))
        : running(started.workflow());
  }

  private Answer running(Workflow workflow) {
    var error = ApiError.conflict("workflow " + workflow.id() + " does that already");
    return Answer.of(
        error.status(),
        json -> {
          SensorErrors.write(json, error.about("command"));
          WorkflowJson.write(json.name("workflow"), dates, workflow);
        });
  }

  private static Command command(String name) {
    return switch (name) {
      case "reboot" -> Command.REBOOT;
      case "pairing_start" -> Command.PAIRING_START;
      default -> throw Parameters.invalid("command", "must be reboot or pairing_start");
    };
  }
}
