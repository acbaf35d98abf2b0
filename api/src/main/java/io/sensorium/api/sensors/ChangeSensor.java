package io.sensorium.api.sensors;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.api.sensors.json.SensorJson;
import io.sensorium.api.sensors.json.WorkflowJson;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.sensing.Privilege;
import io.sensorium.core.sensing.Sensor;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Devices.SensorInventory;
import io.sensorium.store.sensing.Workflow;
import io.sensorium.store.sensing.Workflows;
import io.sensorium.store.sensing.Workflows.NewWorkflow;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/** {@code POST /v1/sensors/:id} with {@code name=Cellar} and {@code interval=900} in seconds */
final class ChangeSensor implements SensorMethod {

  private static final long LEAST_SECONDS = 60;
  private static final long GREATEST_SECONDS = 86_400;

  private final Devices devices;
  private final Belongings belongings;
  private final Workflows workflows;
  private final DateStyle dates;

  ChangeSensor(Devices devices, Workflows workflows, DateStyle dates) {
    this.devices = devices;
    this.belongings = new Belongings(devices);
    this.workflows = workflows;
    this.dates = dates;
  }

  @Override
  public Answer answer(Call call) {
    var sensor = belongings.sensor(call.owner(), call.pathId("id"));
    var interval = interval(call);
    var name = call.parameters().findText("name", Lengths.NAME);
    var workflow = interval.map(wanted -> start(call, sensor, wanted));
    name.ifPresent(title -> devices.setSensorTitle(sensor.id(), title));
    var changed = inventory(sensor.id());
    return Answer.changed(
        json -> {
          SensorJson.write(json.name("sensor"), dates, changed);
          workflow.ifPresent(it -> WorkflowJson.write(json.name("workflow"), dates, it));
        });
  }

  private static Optional<Duration> interval(Call call) {
    if (call.parameters().find("interval").isPresent()
        && !call.subject().may(Privilege.SET_INTERVAL)) {
      throw ApiError.forbidden("the privilege set_interval is needed").about("interval");
    }
    return call.parameters()
        .findWhole("interval", LEAST_SECONDS, GREATEST_SECONDS)
        .map(Duration::ofSeconds);
  }

  /**
   * The workflow that sets the interval: the one that runs already when it sets the same.
   *
   * @throws ApiError CONFLICT when it sets another
   */
  private Workflow start(Call call, Sensor sensor, Duration interval) {
    var wanted =
        new NewWorkflow(
            call.owner(),
            sensor.gateway(),
            Workflow.Command.SET_INTERVAL,
            sensor.id(),
            interval,
            call.now(),
            call.now().plus(CommandGateway.VALIDITY));
    var workflow = workflows.start(wanted).workflow();
    if (!Objects.equals(workflow.interval(), interval)) {
      throw ApiError.conflict(
              "workflow " + workflow.id() + " sets another interval; wait for its end")
          .about("interval");
    }
    return workflow;
  }

  private SensorInventory inventory(SensorId id) {
    var gateway = devices.findSensor(id).orElseThrow(ApiError::notFound).gateway();
    return devices.getInventory(gateway).sensors().stream()
        .filter(inventory -> inventory.sensor().id().equals(id))
        .findFirst()
        .orElseThrow(ApiError::notFound);
  }
}
