package io.sensorium.store.sql.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.GatewayType;
import io.sensorium.core.sensing.Sensor;
import io.sensorium.core.sensing.SourceType;
import io.sensorium.store.StoreException;
import io.sensorium.store.database.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gateways, sensors and sources as rows. */
final class DeviceRows {

  private static final String GATEWAY_COLUMNS =
      """
      g.gateway_id, g.serial, g.owner_id, g.title, g.firmware, g.type_id, g.type_name, g.master_id,
      g.ipv4, g.local_ipv4, g.associated_at, g.disconnected_at, g.token_sha256,
      g.claim_code_sha256, g.had_owner
      """;

  private static final String SENSOR_COLUMNS =
      """
      n.sensor_id, n.gateway_id, n.serial, n.title, n.firmware, n.type_id, n.type_name,
      n.disconnected_at
      """;

  private static final String SOURCE_COLUMNS =
      """
      s.source_id, s.serial, s.title, s.type_id, s.interval_micros, s.disconnected_at
      """;

  static final String GATEWAY = "SELECT " + GATEWAY_COLUMNS + " FROM gateways g ";

  /** One statement, so that all of it is of one moment. */
  private static final String INVENTORY =
      "SELECT "
          + GATEWAY_COLUMNS
          + ", "
          + SENSOR_COLUMNS
          + ", "
          + SOURCE_COLUMNS
          + """
           FROM gateways g
          LEFT JOIN sensors n ON n.gateway_id = g.gateway_id
          LEFT JOIN sources s ON s.sensor_id = n.sensor_id
          WHERE g.gateway_id = ? ORDER BY n.sensor_id, s.source_id
          """;

  private static final String SENSOR = "SELECT " + SENSOR_COLUMNS + " FROM sensors n ";

  private static final String SOURCE =
      "SELECT "
          + SENSOR_COLUMNS
          + ", "
          + SOURCE_COLUMNS
          + " FROM sources s JOIN sensors n ON n.sensor_id = s.sensor_id ";

  /** Where the columns of a sensor and of its source begin in a row of an inventory. */
  private static final int SENSOR_AT = 16;

  private static final int SOURCE_AFTER_SENSOR = 8;

  private final Shared shared;

  DeviceRows(Shared shared) {
    this.shared = shared;
  }

  Optional<CachedGateway> findGateway(Session session, GatewayId id) throws SQLException {
    GatewayRow gateway = null;
    var sensors = new ArrayList<CachedSensor>();
    Sensor sensor = null;
    var sources = new ArrayList<DataSource>();
    try (var row = session.open(INVENTORY, id.value())) {
      while (row.next()) {
        gateway = gateway == null ? readGateway(row) : gateway;
        long sensorId = row.getLong(SENSOR_AT);
        if (sensor != null && sensor.id().value() != sensorId) {
          sensors.add(CachedSensor.of(sensor, sources));
          sources.clear();
          sensor = null;
        }
        if (sensorId != 0) {
          sensor = sensor == null ? readSensor(row, SENSOR_AT, gateway.gateway().id()) : sensor;
          readSource(row, SENSOR_AT + SOURCE_AFTER_SENSOR, sensor).ifPresent(sources::add);
        }
      }
    }
    if (sensor != null) {
      sensors.add(CachedSensor.of(sensor, sources));
    }
    return Optional.ofNullable(gateway).map(row -> CachedGateway.of(row, sensors));
  }

  static Optional<GatewayRow> findRow(Session session, GatewayId id) throws SQLException {
    return session.find(GATEWAY + "WHERE g.gateway_id = ?", DeviceRows::readGateway, id.value());
  }

  /** The row of a gateway that whoever asks has seen. */
  static GatewayRow getRow(Session session, GatewayId id) throws SQLException {
    return findRow(session, id)
        .orElseThrow(() -> new StoreException("the gateway " + id + " is not there any more"));
  }

  static List<GatewayRow> listSlaves(Session session, GatewayId master) throws SQLException {
    return session.list(
        GATEWAY + "WHERE g.master_id = ? ORDER BY g.gateway_id",
        DeviceRows::readGateway,
        master.value());
  }

  Optional<Sensor> findSensor(Session session, SensorId id) throws SQLException {
    return session.find(SENSOR + "WHERE n.sensor_id = ?", this::readSensor, id.value());
  }

  /** By its serial, among those of the gateway's owner, or of the gateway while it has none. */
  Optional<Sensor> findSensor(Session session, Gateway gateway, String serial) throws SQLException {
    var owner = gateway.owner();
    return owner == null
        ? session.find(
            SENSOR + "WHERE n.gateway_id = ? AND n.serial = ?",
            this::readSensor,
            gateway.id().value(),
            serial)
        : session.find(
            SENSOR + "WHERE n.owner_id = ? AND n.serial = ?",
            this::readSensor,
            owner.value(),
            serial);
  }

  Optional<DataSource> findSource(Session session, SourceId id) throws SQLException {
    return session.find(SOURCE + "WHERE s.source_id = ?", this::readSourceOfSensor, id.value());
  }

  Optional<DataSource> findSource(Session session, SensorId sensor, String serial)
      throws SQLException {
    return session.find(
        SOURCE + "WHERE s.sensor_id = ? AND s.serial = ?",
        this::readSourceOfSensor,
        sensor.value(),
        serial);
  }

  List<DataSource> listSources(Session session, SensorId sensor) throws SQLException {
    return session.list(
        SOURCE + "WHERE s.sensor_id = ? ORDER BY s.source_id",
        this::readSourceOfSensor,
        sensor.value());
  }

  static GatewayRow readGateway(ResultSet row) throws SQLException {
    var serial = row.getString(2);
    var owner = Columns.number(row, 3);
    var title = row.getString(4);
    var master = Columns.number(row, 8);
    var gateway =
        new Gateway(
            new GatewayId(row.getLong(1)),
            serial,
            owner == null ? null : new SensorUserId(owner),
            title == null ? serial : title,
            row.getString(5),
            gatewayType(row.getInt(6), row.getString(7)),
            master == null ? null : new GatewayId(master),
            row.getString(9),
            row.getString(10),
            Columns.instant(row, 11),
            Columns.instant(row, 12));
    return new GatewayRow(gateway, row.getString(13), row.getString(14), row.getInt(15) == 1);
  }

  private Sensor readSensor(ResultSet row) throws SQLException {
    return readSensor(row, 1, new GatewayId(row.getLong(2)));
  }

  private Sensor readSensor(ResultSet row, int at, GatewayId gateway) throws SQLException {
    var serial = row.getString(at + 2);
    var title = row.getString(at + 3);
    return new Sensor(
        new SensorId(row.getLong(at)),
        serial,
        title == null ? serial : title,
        textOrNull(row.getString(at + 4)),
        sensorType(row.getInt(at + 5), row.getString(at + 6)),
        gateway,
        Columns.instant(row, at + 7));
  }

  private DataSource readSourceOfSensor(ResultSet row) throws SQLException {
    return readSource(row, 1 + SOURCE_AFTER_SENSOR, readSensor(row)).orElseThrow();
  }

  /** Empty where the sensor has none. */
  private Optional<DataSource> readSource(ResultSet row, int at, Sensor sensor)
      throws SQLException {
    long id = row.getLong(at);
    if (id == 0) {
      return Optional.empty();
    }
    var title = row.getString(at + 2);
    var type = SourceType.get(row.getInt(at + 3));
    return Optional.of(
        new DataSource(
            new SourceId(id),
            sensor.id(),
            sensor.gateway(),
            shared.text(row.getString(at + 1)),
            title == null ? type.title() : shared.text(title),
            type,
            shared.micros(row.getLong(at + 4)),
            null,
            Columns.instant(row, at + 5)));
  }

  private @Nullable String textOrNull(@Nullable String text) {
    return text == null ? null : shared.text(text);
  }

  private static GatewayType gatewayType(int id, String name) {
    var known = GatewayType.DEFAULT;
    return id == known.id() && name.equals(known.name()) ? known : new GatewayType(id, name);
  }

  private static Sensor.SensorType sensorType(int id, String name) {
    var known = Sensor.SensorType.DEFAULT;
    return id == known.id() && name.equals(known.name()) ? known : new Sensor.SensorType(id, name);
  }
}
