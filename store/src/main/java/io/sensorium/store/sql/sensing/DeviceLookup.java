package io.sensorium.store.sql.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.Sensor;
import io.sensorium.store.database.ReaderPool;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Finds single devices in the cache, by hints of where they were last, and else by the tables. */
final class DeviceLookup {

  private static final int MAX_TOKENS = 200_000;

  private final InventoryCache cache;
  private final DeviceRows rows;
  private final ReaderPool readers;
  private final IdHints sensorOfSource = new IdHints();
  private final IdHints gatewayOfSensor = new IdHints();
  private final Map<String, GatewayId> gatewayOfToken = new ConcurrentHashMap<>();

  DeviceLookup(InventoryCache cache, DeviceRows rows, ReaderPool readers) {
    this.cache = cache;
    this.rows = rows;
    this.readers = readers;
  }

  /** The hint holds while the gateway, as it is now, has that token. */
  Optional<Gateway> findGatewayByToken(String tokenSha256) {
    var hint = gatewayOfToken.get(tokenSha256);
    if (hint != null) {
      var hinted = cache.find(hint).map(CachedGateway::row);
      if (hinted.isPresent() && hinted.get().tokenSha256().equals(tokenSha256)) {
        return hinted.map(GatewayRow::gateway);
      }
      gatewayOfToken.remove(tokenSha256);
    }
    var found =
        readers.read(
            session ->
                session.find(
                    DeviceRows.GATEWAY + "WHERE g.token_sha256 = ?",
                    DeviceRows::readGateway,
                    tokenSha256));
    found.ifPresent(row -> remember(row.tokenSha256(), row.gateway().id()));
    return found.map(GatewayRow::gateway);
  }

  private void remember(String tokenSha256, GatewayId gateway) {
    if (gatewayOfToken.size() >= MAX_TOKENS) {
      gatewayOfToken.clear();
    }
    gatewayOfToken.put(tokenSha256, gateway);
  }

  Optional<Sensor> findSensor(SensorId id) {
    return find(id).map(CachedSensor::sensor);
  }

  Optional<DataSource> findSource(SourceId id) {
    var hinted = findInSensor(sensorOfSource.get(id.value()), id);
    if (hinted.isPresent()) {
      return hinted;
    }
    var read = readers.read(session -> rows.findSource(session, id));
    read.ifPresent(source -> sensorOfSource.put(id.value(), source.sensor().value()));
    return read.flatMap(source -> findInSensor(source.sensor().value(), id));
  }

  private Optional<DataSource> findInSensor(long sensor, SourceId id) {
    return sensor == 0
        ? Optional.empty()
        : find(new SensorId(sensor)).flatMap(known -> known.sources().find(id.value()));
  }

  private Optional<CachedSensor> find(SensorId id) {
    var hinted = findInGateway(gatewayOfSensor.get(id.value()), id);
    if (hinted.isPresent()) {
      return hinted;
    }
    var read = readers.read(session -> rows.findSensor(session, id));
    read.ifPresent(sensor -> gatewayOfSensor.put(id.value(), sensor.gateway().value()));
    return read.flatMap(sensor -> findInGateway(sensor.gateway().value(), id));
  }

  private Optional<CachedSensor> findInGateway(long gateway, SensorId id) {
    return gateway == 0
        ? Optional.empty()
        : cache.find(new GatewayId(gateway)).flatMap(known -> known.sensors().find(id.value()));
  }

  Optional<DataSource> findSource(GatewayId id, String sensorSerial, String sourceSerial) {
    var gateway = cache.find(id).orElse(null);
    if (gateway == null) {
      return Optional.empty();
    }
    return gateway
        .sensors()
        .find(sensorSerial)
        .or(() -> findElsewhere(gateway.gateway(), sensorSerial))
        .flatMap(sensor -> sensor.sources().find(sourceSerial));
  }

  /** On another gateway of the same owner. */
  private Optional<CachedSensor> findElsewhere(Gateway gateway, String serial) {
    if (gateway.owner() == null) {
      return Optional.empty();
    }
    return readers
        .read(session -> rows.findSensor(session, gateway, serial))
        .flatMap(sensor -> findInGateway(sensor.gateway().value(), sensor.id()));
  }
}
