package io.sensorium.store.sql.sensing;

import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.Sensor;
import io.sensorium.store.sensing.Devices.Inventory;
import java.util.List;

/** A gateway with its token and all of its sensors, in memory. */
record CachedGateway(GatewayRow row, Shelf<CachedSensor> sensors) {

  private static final Shelf.Keys<CachedSensor> KEYS =
      new Shelf.Keys<>(it -> it.sensor().id().value(), it -> it.sensor().serial());

  static CachedGateway of(GatewayRow row, List<CachedSensor> sensors) {
    return new CachedGateway(row, Shelf.of(KEYS, sensors));
  }

  Gateway gateway() {
    return row.gateway();
  }

  /** Items that it takes memory for; long texts count as more. */
  long weight() {
    long weight = 1;
    for (var sensor : sensors.byId()) {
      weight += sensor.weight();
    }
    return weight;
  }

  CachedGateway with(GatewayRow changed) {
    return new CachedGateway(changed, sensors);
  }

  /** The gateway's id is shared with its sensors: each would take room of its own. */
  CachedGateway with(Sensor sensor) {
    var shared =
        new Sensor(
            sensor.id(),
            sensor.serial(),
            sensor.title(),
            sensor.firmware(),
            sensor.type(),
            gateway().id(),
            sensor.disconnectedAt());
    var changed =
        sensors
            .find(sensor.id().value())
            .map(known -> known.with(shared))
            .orElseGet(() -> CachedSensor.of(shared, List.of()));
    return new CachedGateway(row, sensors.with(changed));
  }

  /** The same with a source of one of its sensors. */
  CachedGateway with(DataSource source) {
    var sensor = sensors.find(source.sensor().value()).orElseThrow();
    return new CachedGateway(row, sensors.with(sensor.with(source)));
  }

  Inventory inventory() {
    return new Inventory(gateway(), sensors.byId().stream().map(CachedSensor::inventory).toList());
  }
}
