package io.sensorium.store.sql.sensing;

import io.sensorium.store.database.SqlDatabase;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Removals;
import io.sensorium.store.sensing.SensorUsers;
import io.sensorium.store.sensing.Workflows;
import java.time.Clock;

/** The users, devices and workflows of one database. */
public final class SensingStore {

  /** Gateways, sensors and sources in memory at the most: about 200 MB when they are all there. */
  private static final long MAX_CACHED_ITEMS = 1_500_000;

  private final SensorUsers sensorUsers;
  private final Devices devices;
  private final Workflows workflows;
  private final Removals removals;

  public SensingStore(SqlDatabase database, Clock clock) {
    this(database, clock, MAX_CACHED_ITEMS);
  }

  SensingStore(SqlDatabase database, Clock clock, long maxCachedItems) {
    var writer = database.writer();
    var readers = database.readers();
    var rows = new DeviceRows(new Shared());
    var cache = new InventoryCache(readers, rows, maxCachedItems);
    var changes = new DeviceChanges(writer, cache, clock);
    var associations = new Associations(rows, clock);
    sensorUsers = new SqlSensorUsers(changes, readers, associations);
    devices = new SqlDevices(changes, cache, rows, readers, associations, clock);
    workflows = new SqlWorkflows(changes, readers, rows);
    removals = new SqlRemovals(writer, readers);
  }

  public SensorUsers sensorUsers() {
    return sensorUsers;
  }

  public Devices devices() {
    return devices;
  }

  public Workflows workflows() {
    return workflows;
  }

  public Removals removals() {
    return removals;
  }
}
