package io.sensorium.store.sql.sensing;

import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.Sensor;
import io.sensorium.store.sensing.Devices.SensorInventory;
import java.util.List;

/** A sensor with its sources, in memory. */
record CachedSensor(Sensor sensor, Shelf<DataSource> sources) {

  private static final int CHARACTERS_PER_ITEM = 200;
  private static final Shelf.Keys<DataSource> KEYS =
      new Shelf.Keys<>(source -> source.id().value(), DataSource::serial);

  static CachedSensor of(Sensor sensor, List<DataSource> sources) {
    return new CachedSensor(sensor, Shelf.of(KEYS, sources));
  }

  CachedSensor with(Sensor changed) {
    return new CachedSensor(changed, sources);
  }

  /** Items that it takes memory for. */
  long weight() {
    long weight = 1;
    weight += texts(sensor.serial(), sensor.title());
    for (var source : sources.byId()) {
      weight += 1;
      weight += texts(source.serial(), source.title());
    }
    return weight;
  }

  private static long texts(String serial, String title) {
    return ((long) serial.length() + title.length()) / CHARACTERS_PER_ITEM;
  }

  /** Ids are shared with the sensor: each would take room of its own. */
  CachedSensor with(DataSource source) {
    var type = source.type();
    var shared =
        new DataSource(
            source.id(),
            sensor.id(),
            sensor.gateway(),
            source.serial().equals(type.name()) ? type.name() : source.serial(),
            source.title(),
            type,
            source.interval(),
            source.subtype(),
            source.disconnectedAt());
    return new CachedSensor(sensor, sources.with(shared));
  }

  SensorInventory inventory() {
    return new SensorInventory(sensor, sources.byId());
  }
}
