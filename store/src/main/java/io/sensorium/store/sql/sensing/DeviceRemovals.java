package io.sensorium.store.sql.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.store.database.Session;
import io.sensorium.store.sensing.Removals;
import java.sql.SQLException;
import java.util.List;

/** Removes devices, and writes down what else must go, within one transaction. */
final class DeviceRemovals {

  private DeviceRemovals() {}

  /** Removes a gateway with all that is behind it. */
  static boolean remove(Session session, Touched touched, GatewayId id) throws SQLException {
    var found = DeviceRows.findRow(session, id).map(GatewayRow::gateway);
    if (found.isEmpty()) {
      return false;
    }
    for (var slave : DeviceRows.listSlaves(session, id)) {
      touched.forget(slave.gateway().id());
      touched.owner(slave.gateway().owner());
    }
    session.update("UPDATE gateways SET master_id = NULL WHERE master_id = ?", id.value());
    for (var sensor : listSensors(session, id)) {
      remove(session, sensor);
    }
    session.update("DELETE FROM workflows WHERE gateway_id = ?", id.value());
    session.update("DELETE FROM gateways WHERE gateway_id = ?", id.value());
    SqlRemovals.add(session, new Removals.RemovedGateway(id));
    touched.forget(id);
    touched.owner(found.map(Gateway::owner).orElse(null));
    touched.serialsChanged();
    return true;
  }

  /** Removes a sensor with its sources. */
  static void remove(Session session, SensorId sensor) throws SQLException {
    session.update(
        """
        INSERT INTO removals (kind, id)
        SELECT 'SOURCE', source_id FROM sources WHERE sensor_id = ?
        """,
        sensor.value());
    session.update("DELETE FROM sources WHERE sensor_id = ?", sensor.value());
    session.update("DELETE FROM sensors WHERE sensor_id = ?", sensor.value());
  }

  private static List<SensorId> listSensors(Session session, GatewayId gateway)
      throws SQLException {
    return session.list(
        "SELECT sensor_id FROM sensors WHERE gateway_id = ?",
        row -> new SensorId(row.getLong(1)),
        gateway.value());
  }
}
