package io.sensorium.store.sql.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.time.Micros;
import io.sensorium.store.database.Session;
import io.sensorium.store.sensing.Devices.Association;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Gives gateways to owners and takes them back, within one transaction. */
final class Associations {
  /*
   * What was measured at one owner's is never another's: when a gateway is given back, and when
   * somebody takes one that was given back, new sensors and sources take the place of the old, which
   * are removed. The gateway needs not notice: its serials name the new ones from then on.
   */

  private final DeviceRows rows;
  private final Clock clock;

  Associations(DeviceRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /** A wish to own a gateway. */
  record Claim(
      SensorUserId owner,
      String serial,
      @Nullable String claimCodeSha256,
      @Nullable String title,
      Instant at) {}

  Association associate(Session session, Touched touched, Claim claim) throws SQLException {
    var found =
        session.find(
            DeviceRows.GATEWAY + "WHERE g.serial = ?", DeviceRows::readGateway, claim.serial());
    if (found.isEmpty()) {
      return Association.NOT_AVAILABLE;
    }
    var row = found.get();
    if (claim.owner().equals(row.gateway().owner())) {
      rename(session, touched, row.gateway().id(), claim.title());
      return Association.ALREADY_OURS;
    }
    if (!isAvailable(session, row, claim)) {
      return Association.NOT_AVAILABLE;
    }
    take(session, touched, row, claim);
    for (var slave : DeviceRows.listSlaves(session, row.gateway().id())) {
      if (slave.gateway().owner() == null) {
        take(session, touched, slave, new Claim(claim.owner(), "", null, null, claim.at()));
      }
    }
    rename(session, touched, row.gateway().id(), claim.title());
    return Association.DONE;
  }

  /** A slave goes where its master is. */
  private static boolean isAvailable(Session session, GatewayRow row, Claim claim)
      throws SQLException {
    var code = row.claimCodeSha256();
    if (row.gateway().owner() != null || (code != null && !code.equals(claim.claimCodeSha256()))) {
      return false;
    }
    var master = row.gateway().master();
    if (master == null) {
      return true;
    }
    var owner = DeviceRows.getRow(session, master).gateway().owner();
    return owner == null || owner.equals(claim.owner());
  }

  private void take(Session session, Touched touched, GatewayRow row, Claim claim)
      throws SQLException {
    var gateway = row.gateway().id();
    if (row.hadOwner()) {
      renew(session, gateway);
    }
    moveSensorsOfOwner(session, touched, gateway, claim.owner());
    session.update(
        "UPDATE gateways SET owner_id = ?, associated_at = ?, had_owner = 1 WHERE gateway_id = ?",
        claim.owner().value(),
        Micros.of(claim.at()),
        gateway.value());
    session.update(
        "UPDATE sensors SET owner_id = ? WHERE gateway_id = ?",
        claim.owner().value(),
        gateway.value());
    touched.forget(gateway);
    touched.owner(claim.owner());
    touched.serialsChanged();
  }

  /** A sensor that the owner has already, on another gateway, goes on here. */
  private static void moveSensorsOfOwner(
      Session session, Touched touched, GatewayId gateway, SensorUserId owner) throws SQLException {
    var doubled =
        session.list(
            """
            SELECT here.sensor_id, there.sensor_id, there.gateway_id
            FROM sensors here JOIN sensors there ON there.serial = here.serial
            WHERE here.gateway_id = ? AND there.owner_id = ?
            """,
            row -> new long[] {row.getLong(1), row.getLong(2), row.getLong(3)},
            gateway.value(),
            owner.value());
    for (var ids : doubled) {
      DeviceRemovals.remove(session, new SensorId(ids[0]));
      session.update(
          "UPDATE sensors SET gateway_id = ? WHERE sensor_id = ?", gateway.value(), ids[1]);
      touched.forget(new GatewayId(ids[2]));
    }
  }

  /** Takes all gateways of an owner back. */
  void release(Session session, Touched touched, SensorUserId owner) throws SQLException {
    var gateways =
        session.list(
            DeviceRows.GATEWAY + "WHERE g.owner_id = ? ORDER BY g.gateway_id",
            DeviceRows::readGateway,
            owner.value());
    for (var row : gateways) {
      var gateway = row.gateway().id();
      session.update(
          """
          UPDATE gateways SET owner_id = NULL, title = NULL, associated_at = NULL
          WHERE gateway_id = ?
          """,
          gateway.value());
      renew(session, gateway);
      touched.forget(gateway);
      touched.serialsChanged();
    }
  }

  /** Puts new sensors and sources, without names that somebody gave, in place of the old. */
  private void renew(Session session, GatewayId gateway) throws SQLException {
    var old = rows.findGateway(session, gateway).orElseThrow().inventory();
    for (var sensor : old.sensors()) {
      DeviceRemovals.remove(session, sensor.sensor().id());
      long id = Ids.SENSOR.draw(session);
      session.update(
          """
          INSERT INTO sensors
            (sensor_id, gateway_id, serial, named, firmware, type_id, type_name)
          VALUES (?, ?, ?, 0, ?, ?, ?)
          """,
          id,
          gateway.value(),
          sensor.sensor().serial(),
          sensor.sensor().firmware(),
          sensor.sensor().type().id(),
          sensor.sensor().type().name());
      for (var source : sensor.sources()) {
        session.update(
            """
            INSERT INTO sources
              (source_id, sensor_id, serial, type_id, interval_micros, created_at)
            VALUES (?, ?, ?, ?, ?, ?)
            """,
            Ids.SOURCE.draw(session),
            id,
            source.serial(),
            source.type().id(),
            Columns.micros(source.interval()),
            Micros.of(clock.instant()));
      }
    }
  }

  private static void rename(
      Session session, Touched touched, GatewayId gateway, @Nullable String title)
      throws SQLException {
    if (title == null) {
      return;
    }
    session.update("UPDATE gateways SET title = ? WHERE gateway_id = ?", title, gateway.value());
    touched.put(DeviceRows.getRow(session, gateway));
  }
}
