package io.sensorium.api.sensors;

import io.sensorium.api.common.ApiError;
import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.Sensor;
import io.sensorium.store.sensing.Devices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Finds what belongs to a user. What belongs to another is not there: both are NOT_FOUND, with one
 * body.
 */
final class Belongings {

  private final Devices devices;

  Belongings(Devices devices) {
    this.devices = devices;
  }

  Gateway gateway(SensorUserId owner, long id) {
    return gateway(owner, new GatewayId(id));
  }

  Sensor sensor(SensorUserId owner, long id) {
    var sensor = devices.findSensor(new SensorId(id)).orElseThrow(ApiError::notFound);
    gateway(owner, sensor.gateway());
    return sensor;
  }

  DataSource source(SensorUserId owner, long id) {
    return sources(owner, List.of(id)).getFirst();
  }

  /** In the order of the ids. */
  List<DataSource> sources(SensorUserId owner, Collection<Long> ids) {
    var sources = new ArrayList<DataSource>(ids.size());
    GatewayId known = null;
    for (long id : ids) {
      var source = devices.findSource(new SourceId(id)).orElseThrow(ApiError::notFound);
      if (!source.gateway().equals(known)) {
        known = gateway(owner, source.gateway()).id();
      }
      sources.add(source);
    }
    return sources;
  }

  private Gateway gateway(SensorUserId owner, GatewayId id) {
    return devices
        .findGateway(id)
        .filter(gateway -> owner.equals(gateway.owner()))
        .orElseThrow(ApiError::notFound);
  }
}
