package io.sensorium.store.sql.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.Sensor;
import io.sensorium.core.time.Micros;
import io.sensorium.store.StoreException;
import io.sensorium.store.database.ReaderPool;
import io.sensorium.store.database.Session;
import io.sensorium.store.sensing.Devices;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Devices as tables, with a cache of whole gateways before them. */
final class SqlDevices implements Devices {

  private final DeviceChanges changes;
  private final InventoryCache cache;
  private final DeviceRows rows;
  private final ReaderPool readers;
  private final DeviceLookup lookup;
  private final Pairings pairings;
  private final Associations associations;

  SqlDevices(
      DeviceChanges changes,
      InventoryCache cache,
      DeviceRows rows,
      ReaderPool readers,
      Associations associations,
      Clock clock) {
    this.changes = changes;
    this.cache = cache;
    this.rows = rows;
    this.readers = readers;
    this.lookup = new DeviceLookup(cache, rows, readers);
    this.pairings = new Pairings(rows, clock);
    this.associations = associations;
  }

  @Override
  public Optional<Gateway> createGateway(NewGateway gateway) {
    return changes.change((session, touched) -> DeviceSql.insert(session, touched, gateway));
  }

  @Override
  public Optional<Gateway> findGateway(GatewayId id) {
    return cache.find(id).map(CachedGateway::gateway);
  }

  @Override
  public Optional<Gateway> findGatewayBySerial(String serial) {
    return readers.read(
        session ->
            session
                .find(DeviceRows.GATEWAY + "WHERE g.serial = ?", DeviceRows::readGateway, serial)
                .map(GatewayRow::gateway));
  }

  @Override
  public Optional<Gateway> findGatewayByToken(String tokenSha256) {
    return lookup.findGatewayByToken(tokenSha256);
  }

  @Override
  public void setToken(GatewayId id, String tokenSha256) {
    updateGateway(
        id, "UPDATE gateways SET token_sha256 = ? WHERE gateway_id = ?", tokenSha256, id.value());
  }

  @Override
  public String getTokenSha256(GatewayId id) {
    return cache
        .find(id)
        .map(gateway -> gateway.row().tokenSha256())
        .orElseThrow(() -> new StoreException("there is no gateway " + id));
  }

  @Override
  public Association associate(
      SensorUserId owner,
      String serial,
      @Nullable String claimCodeSha256,
      @Nullable String title,
      Instant at) {
    var claim = new Associations.Claim(owner, serial, claimCodeSha256, title, at);
    return changes.change((session, touched) -> associations.associate(session, touched, claim));
  }

  @Override
  public void setGatewayTitle(GatewayId id, String title) {
    updateGateway(id, "UPDATE gateways SET title = ? WHERE gateway_id = ?", title, id.value());
  }

  @Override
  public void setGatewayNetwork(
      GatewayId id, @Nullable String firmware, @Nullable String ipv4, @Nullable String localIpv4) {
    updateGateway(
        id,
        "UPDATE gateways SET firmware = ?, ipv4 = ?, local_ipv4 = ? WHERE gateway_id = ?",
        firmware,
        ipv4,
        localIpv4,
        id.value());
  }

  @Override
  public void setGatewayDisconnected(GatewayId id, @Nullable Instant since) {
    updateGateway(
        id,
        "UPDATE gateways SET disconnected_at = ? WHERE gateway_id = ?",
        Columns.micros(since),
        id.value());
  }

  private void updateGateway(GatewayId id, String sql, @Nullable Object... parameters) {
    changes.change(
        (session, touched) -> {
          if (session.update(sql, parameters) > 0) {
            touched.put(DeviceRows.getRow(session, id));
          }
          return true;
        });
  }

  @Override
  public void setSensorTitle(SensorId id, String title) {
    updateSensor(
        id, "UPDATE sensors SET title = ?, named = 1 WHERE sensor_id = ?", title, id.value());
  }

  @Override
  public void setSensorDisconnected(SensorId id, @Nullable Instant since) {
    updateSensor(
        id,
        "UPDATE sensors SET disconnected_at = ? WHERE sensor_id = ?",
        Columns.micros(since),
        id.value());
  }

  private void updateSensor(SensorId id, String sql, @Nullable Object... parameters) {
    changes.change(
        (session, touched) -> {
          if (session.update(sql, parameters) > 0) {
            var sensor = rows.findSensor(session, id).orElseThrow();
            touched.put(sensor);
            touchOwner(session, touched, sensor.gateway());
          }
          return true;
        });
  }

  @Override
  public void setInterval(SensorId id, Duration interval) {
    changes.change(
        (session, touched) -> {
          DeviceSql.setInterval(session, touched, rows, id, interval);
          return true;
        });
  }

  @Override
  public void setSourceDisconnected(SourceId id, @Nullable Instant since) {
    changes.change(
        (session, touched) -> {
          int count =
              session.update(
                  "UPDATE sources SET disconnected_at = ? WHERE source_id = ?",
                  Columns.micros(since),
                  id.value());
          if (count > 0) {
            var source = rows.findSource(session, id).orElseThrow();
            touched.put(source);
            touchOwner(session, touched, source.gateway());
          }
          return true;
        });
  }

  private static void touchOwner(Session session, Touched touched, GatewayId gateway)
      throws SQLException {
    touched.owner(DeviceRows.getRow(session, gateway).gateway().owner());
  }

  @Override
  public SensorInventory pair(NewSensor sensor, List<PairedSource> sources) {
    return changes.change((session, touched) -> pairings.pair(session, touched, sensor, sources));
  }

  @Override
  public Sensor putSensor(NewSensor sensor) {
    return changes.change((session, touched) -> pairings.put(session, touched, sensor));
  }

  @Override
  public DataSource putSource(NewSource source) {
    var told = new PairedSource(source.serial(), source.type(), source.interval(), source.title());
    return changes.change(
        (session, touched) -> pairings.provision(session, touched, source.sensor(), told));
  }

  @Override
  public List<DataSource> putSources(GatewayId gateway, List<SentSource> sources) {
    return changes.change(
        (session, touched) -> pairings.provision(session, touched, gateway, sources));
  }

  @Override
  public Optional<Sensor> findSensor(SensorId id) {
    return lookup.findSensor(id);
  }

  @Override
  public Optional<DataSource> findSource(SourceId id) {
    return lookup.findSource(id);
  }

  @Override
  public Optional<DataSource> findSource(
      GatewayId gateway, String sensorSerial, String sourceSerial) {
    return lookup.findSource(gateway, sensorSerial, sourceSerial);
  }

  @Override
  public long changeCount() {
    return changes.changeCount();
  }

  @Override
  public List<DataSource> listSources(Collection<SourceId> ids) {
    return ids.stream().map(lookup::findSource).flatMap(Optional::stream).toList();
  }

  @Override
  public Inventory getInventory(GatewayId id) {
    return cache
        .find(id)
        .map(CachedGateway::inventory)
        .orElseThrow(() -> new StoreException("there is no gateway " + id));
  }

  @Override
  public List<Inventory> listInventories(SensorUserId owner) {
    var ids =
        readers.read(
            session ->
                session.list(
                    "SELECT gateway_id FROM gateways WHERE owner_id = ? ORDER BY gateway_id",
                    row -> new GatewayId(row.getLong(1)),
                    owner.value()));
    var inventories = new ArrayList<Inventory>(ids.size());
    for (var id : ids) {
      cache
          .find(id)
          .filter(gateway -> owner.equals(gateway.gateway().owner()))
          .map(CachedGateway::inventory)
          .ifPresent(inventories::add);
    }
    return inventories;
  }

  @Override
  public List<Gateway> listGateways() {
    return readers.read(
        session ->
            session.list(
                DeviceRows.GATEWAY + "ORDER BY g.gateway_id",
                row -> DeviceRows.readGateway(row).gateway()));
  }

  @Override
  public int countSourcesCreatedSince(GatewayId gateway, Instant since) {
    return (int)
        (long)
            readers.read(
                session ->
                    session.number(
                        """
                        SELECT count(*) FROM sources
                        WHERE provisioned_by = ? AND created_at >= ?
                        """,
                        gateway.value(),
                        Micros.of(since)));
  }

  @Override
  public boolean deleteGateway(GatewayId id) {
    return changes.change((session, touched) -> DeviceRemovals.remove(session, touched, id));
  }

  @Override
  public Instant lastChange(SensorUserId owner) {
    return changes.lastChange(owner);
  }
}
