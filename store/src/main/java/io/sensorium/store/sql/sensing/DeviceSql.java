package io.sensorium.store.sql.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.Session;
import io.sensorium.store.sensing.Devices.NewGateway;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Changes of devices that more than one port asks for, or that take more than one statement. */
final class DeviceSql {

  private DeviceSql() {}

  /** Empty when the serial is taken. A slave has the owner that its master has. */
  static Optional<Gateway> insert(Session session, Touched touched, NewGateway gateway)
      throws SQLException {
    if (session.number("SELECT count(*) FROM gateways WHERE serial = ?", gateway.serial()) > 0) {
      return Optional.empty();
    }
    var id = new GatewayId(Ids.GATEWAY.draw(session));
    var master = gateway.master();
    var owner = master == null ? null : DeviceRows.getRow(session, master).gateway().owner();
    long createdAt = Micros.of(gateway.createdAt());
    session.update(
        """
        INSERT INTO gateways (gateway_id, serial, owner_id, type_id, type_name, master_id,
          associated_at, claim_code_sha256, token_sha256, had_owner, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id.value(),
        gateway.serial(),
        owner == null ? null : (Long) owner.value(),
        gateway.type().id(),
        gateway.type().name(),
        master == null ? null : (Long) master.value(),
        owner == null ? null : (Long) createdAt,
        gateway.claimCodeSha256(),
        gateway.tokenSha256(),
        owner == null ? 0 : 1,
        createdAt);
    var row = DeviceRows.getRow(session, id);
    touched.put(row);
    return Optional.of(row.gateway());
  }

  static void setInterval(
      Session session, Touched touched, DeviceRows rows, SensorId id, Duration interval)
      throws SQLException {
    session.update(
        "UPDATE sources SET interval_micros = ? WHERE sensor_id = ?",
        Columns.micros(interval),
        id.value());
    for (var source : rows.listSources(session, id)) {
      touched.put(source);
      touched.owner(DeviceRows.getRow(session, source.gateway()).gateway().owner());
    }
  }
}
