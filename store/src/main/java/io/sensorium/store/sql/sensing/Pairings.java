package io.sensorium.store.sql.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.Sensor;
import io.sensorium.core.time.Micros;
import io.sensorium.store.StoreException;
import io.sensorium.store.database.Session;
import io.sensorium.store.sensing.Devices.NewSensor;
import io.sensorium.store.sensing.Devices.PairedSource;
import io.sensorium.store.sensing.Devices.SensorInventory;
import io.sensorium.store.sensing.Devices.SentSource;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes and changes sensors and sources as gateways tell, within one transaction. */
final class Pairings {

  private final DeviceRows rows;
  private final Clock clock;

  Pairings(DeviceRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  SensorInventory pair(
      Session session, Touched touched, NewSensor told, List<PairedSource> toldSources)
      throws SQLException {
    var sensor = put(session, touched, told);
    var sources = new ArrayList<DataSource>();
    for (var source : toldSources) {
      sources.add(put(session, touched, sensor.id(), source));
    }
    return new SensorInventory(sensor, sources);
  }

  Sensor put(Session session, Touched touched, NewSensor told) throws SQLException {
    var gateway = DeviceRows.getRow(session, told.gateway()).gateway();
    var known = rows.findSensor(session, gateway, told.serial());
    if (known.isPresent()) {
      return changed(session, touched, gateway, known.get(), told);
    }
    long id = Ids.SENSOR.draw(session);
    var owner = gateway.owner();
    session.update(
        """
        INSERT INTO sensors
          (sensor_id, gateway_id, owner_id, serial, title, named, firmware, type_id, type_name)
        VALUES (?, ?, ?, ?, ?, 0, ?, ?, ?)
        """,
        id,
        gateway.id().value(),
        owner == null ? null : (Long) owner.value(),
        told.serial(),
        told.title(),
        told.firmware(),
        Sensor.SensorType.DEFAULT.id(),
        Sensor.SensorType.DEFAULT.name());
    return read(session, touched, gateway, new SensorId(id));
  }

  private Sensor changed(
      Session session, Touched touched, Gateway gateway, Sensor known, NewSensor told)
      throws SQLException {
    int count =
        session.update(
            """
            UPDATE sensors SET gateway_id = ?, firmware = COALESCE(?, firmware),
              title = CASE WHEN named = 1 THEN title ELSE COALESCE(?, title) END
            WHERE sensor_id = ? AND (gateway_id <> ?
              OR COALESCE(firmware, '') <> COALESCE(?, firmware, '')
              OR named = 0 AND COALESCE(title, '') <> COALESCE(?, title, ''))
            """,
            gateway.id().value(),
            told.firmware(),
            told.title(),
            known.id().value(),
            gateway.id().value(),
            told.firmware(),
            told.title());
    if (count == 0) {
      return known;
    }
    if (!known.gateway().equals(gateway.id())) {
      touched.forget(known.gateway());
      touched.forget(gateway.id());
      touched.serialsChanged();
    }
    return read(session, touched, gateway, known.id());
  }

  private Sensor read(Session session, Touched touched, Gateway gateway, SensorId id)
      throws SQLException {
    var sensor = rows.findSensor(session, id).orElseThrow();
    touched.put(sensor);
    touched.owner(gateway.owner());
    return sensor;
  }

  /** Makes those sensors and sources, for rows that the gateway sent, that there are not. */
  List<DataSource> provision(
      Session session, Touched touched, GatewayId gateway, List<SentSource> sent)
      throws SQLException {
    var sensors = new HashMap<String, SensorId>();
    var sources = new ArrayList<DataSource>(sent.size());
    for (var source : sent) {
      var sensor = sensors.get(source.sensorSerial());
      if (sensor == null) {
        var told = new NewSensor(gateway, source.sensorSerial(), source.sensorTitle(), null);
        sensor = put(session, touched, told).id();
        sensors.put(source.sensorSerial(), sensor);
      }
      var told = new PairedSource(source.serial(), source.type(), null, source.title());
      sources.add(provision(session, touched, sensor, told));
    }
    return sources;
  }

  /** Makes a source, for rows that its gateway sent, when there is none. */
  DataSource provision(Session session, Touched touched, SensorId sensor, PairedSource told)
      throws SQLException {
    var known = rows.findSource(session, sensor, told.serial());
    if (known.isPresent()) {
      return known.get();
    }
    var gateway =
        rows.findSensor(session, sensor)
            .orElseThrow(
                () -> new StoreException("the sensor " + sensor + " is not there any more"))
            .gateway();
    return inserted(session, touched, sensor, told, gateway);
  }

  private DataSource put(Session session, Touched touched, SensorId sensor, PairedSource told)
      throws SQLException {
    var found = rows.findSource(session, sensor, told.serial());
    if (found.isEmpty()) {
      return inserted(session, touched, sensor, told, null);
    }
    var known = found.get();
    var interval = Objects.requireNonNullElse(told.interval(), known.interval());
    var title = Objects.requireNonNullElse(told.title(), known.title());
    if (interval.equals(known.interval()) && title.equals(known.title())) {
      return known;
    }
    session.update(
        "UPDATE sources SET interval_micros = ?, title = ? WHERE source_id = ?",
        Columns.micros(interval),
        title.equals(known.type().title()) ? null : title,
        known.id().value());
    return read(session, touched, sensor, told.serial());
  }

  /** {@code provisionedBy} is null when it was paired. */
  private DataSource inserted(
      Session session,
      Touched touched,
      SensorId sensor,
      PairedSource told,
      @Nullable GatewayId provisionedBy)
      throws SQLException {
    var type = told.type();
    session.update(
        """
        INSERT INTO sources
          (source_id, sensor_id, serial, title, type_id, interval_micros, provisioned_by, created_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        Ids.SOURCE.draw(session),
        sensor.value(),
        told.serial(),
        told.title(),
        type.id(),
        Columns.micros(Objects.requireNonNullElse(told.interval(), type.interval())),
        provisionedBy == null ? null : (Long) provisionedBy.value(),
        Micros.of(clock.instant()));
    return read(session, touched, sensor, told.serial());
  }

  private DataSource read(Session session, Touched touched, SensorId sensor, String serial)
      throws SQLException {
    var source = rows.findSource(session, sensor, serial).orElseThrow();
    touched.put(source);
    touched.owner(DeviceRows.getRow(session, source.gateway()).gateway().owner());
    return source;
  }
}
