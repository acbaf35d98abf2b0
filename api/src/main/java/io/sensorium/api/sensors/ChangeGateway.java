package io.sensorium.api.sensors;

import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.api.sensors.json.GatewayJson;
import io.sensorium.store.sensing.Devices;

/** {@code POST /v1/gateways/:id} with {@code name=Office} */
final class ChangeGateway implements SensorMethod {

  private final Devices devices;
  private final Belongings belongings;
  private final DateStyle dates;

  ChangeGateway(Devices devices, DateStyle dates) {
    this.devices = devices;
    this.belongings = new Belongings(devices);
    this.dates = dates;
  }

  @Override
  public Answer answer(Call call) {
    var id = belongings.gateway(call.owner(), call.pathId("id")).id();
    call.parameters()
        .findText("name", Lengths.NAME)
        .ifPresent(name -> devices.setGatewayTitle(id, name));
    var gateway = devices.getInventory(id);
    return Answer.changed(json -> GatewayJson.write(json.name("gateway"), dates, gateway));
  }
}
