package io.sensorium.store.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.core.sensing.GatewayType;
import io.sensorium.core.sensing.Sensor;
import io.sensorium.core.sensing.SourceType;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gateways, their sensors and data sources.
 *
 * <p>Single items and whole gateways are answered from memory once they were read; changes go
 * through here alone. Every implementation passes {@code DevicesContract}. Safe for use by many
 * threads.
 */
public interface Devices {

  /**
   * A gateway to be.
   *
   * @param claimCodeSha256 what its owner must show beside the serial; null when the serial is
   *     enough
   * @param tokenSha256 of the token that it sends with
   */
  record NewGateway(
      String serial,
      GatewayType type,
      @Nullable GatewayId master,
      @Nullable String claimCodeSha256,
      String tokenSha256,
      Instant createdAt) {}

  /** A sensor as its gateway names it. */
  record NewSensor(
      GatewayId gateway, String serial, @Nullable String title, @Nullable String firmware) {}

  /** A data source as its gateway names it. */
  record NewSource(
      SensorId sensor, String serial, SourceType type, Duration interval, @Nullable String title) {}

  /**
   * A data source that a gateway announces with its sensor.
   *
   * @param interval null leaves what is known, or is the type's
   */
  record PairedSource(
      String serial, SourceType type, @Nullable Duration interval, @Nullable String title) {}

  /**
   * A data source that a gateway names in rows that it sends.
   *
   * @param sensorTitle null when nothing tells it
   * @param title null when it is called as its type
   */
  record SentSource(
      String sensorSerial,
      @Nullable String sensorTitle,
      String serial,
      SourceType type,
      @Nullable String title) {}

  /** A gateway with its sensors, each with its sources; all by id. */
  record Inventory(Gateway gateway, List<SensorInventory> sensors) {
    public Inventory {
      sensors = List.copyOf(sensors);
    }
  }

  /** A sensor with its sources. */
  record SensorInventory(Sensor sensor, List<DataSource> sources) {
    public SensorInventory {
      sources = List.copyOf(sources);
    }
  }

  /** What became of a wish to own a gateway. */
  enum Association {
    DONE,
    ALREADY_OURS,
    /** Unknown, owned by another, or the claim code does not fit: not told apart. */
    NOT_AVAILABLE
  }

  /** The gateway; empty when the serial is taken. */
  Optional<Gateway> createGateway(NewGateway gateway);

  Optional<Gateway> findGateway(GatewayId id);

  Optional<Gateway> findGatewayBySerial(String serial);

  /** By the SHA-256 of its token. */
  Optional<Gateway> findGatewayByToken(String tokenSha256);

  void setToken(GatewayId id, String tokenSha256);

  /** The SHA-256 of a gateway's token: what it and the server alone can sign with. */
  String getTokenSha256(GatewayId id);

  /**
   * Makes a gateway one's own, and with it the slaves behind it that have no owner. Where it had an
   * owner before, new sensors and sources take the place of the old: nobody reads what was measured
   * at another's.
   */
  Association associate(
      SensorUserId owner,
      String serial,
      @Nullable String claimCodeSha256,
      @Nullable String title,
      Instant at);

  void setGatewayTitle(GatewayId id, String title);

  void setGatewayNetwork(
      GatewayId id, @Nullable String firmware, @Nullable String ipv4, @Nullable String localIpv4);

  void setSensorTitle(SensorId id, String title);

  /** Sets the interval of a sensor's sources. */
  void setInterval(SensorId id, Duration interval);

  /**
   * Makes or changes a sensor and its sources as their gateway tells, in one transaction; doing it
   * twice has the effect of doing it once. A source keeps its type, and a title that its owner gave
   * stays.
   *
   * @return the sensor with those sources
   */
  SensorInventory pair(NewSensor sensor, List<PairedSource> sources);

  /**
   * The sensor of that serial of the gateway's owner; made, moved here or renamed as needed. A
   * title that its owner gave stays.
   */
  Sensor putSensor(NewSensor sensor);

  /** The source of that serial of the sensor; made, for rows that were sent, when there is none. */
  DataSource putSource(NewSource source);

  /**
   * The sources of those names, in their order. Sensors and sources that there are not are made,
   * for rows that were sent, all in one transaction.
   */
  List<DataSource> putSources(GatewayId gateway, List<SentSource> sources);

  Optional<Sensor> findSensor(SensorId id);

  Optional<DataSource> findSource(SourceId id);

  /**
   * By the serials that its gateway uses; fast, for each row that comes in. A sensor that was
   * paired through another gateway of the same owner is found too.
   */
  Optional<DataSource> findSource(GatewayId gateway, String sensorSerial, String sourceSerial);

  /**
   * Rises whenever serials may name another source than before: whoever remembers sources by
   * serials forgets them then. It need not rise when sources are merely added.
   */
  long changeCount();

  List<DataSource> listSources(Collection<SourceId> ids);

  Inventory getInventory(GatewayId id);

  /** Of a user: their gateways by id, slaves too. */
  List<Inventory> listInventories(SensorUserId owner);

  List<Gateway> listGateways();

  /** Sources that were made for rows that a gateway sent, since {@code since}. */
  int countSourcesCreatedSince(GatewayId gateway, Instant since);

  /** Marks as silent, or as heard again with null. */
  void setGatewayDisconnected(GatewayId id, @Nullable Instant since);

  void setSensorDisconnected(SensorId id, @Nullable Instant since);

  void setSourceDisconnected(SourceId id, @Nullable Instant since);

  /**
   * Removes a gateway with its sensors, sources and workflows; slaves become masters. The
   * measurements are not touched here: see {@link Removals}.
   */
  boolean deleteGateway(GatewayId id);

  /** When anything of a user's inventory was changed last. */
  Instant lastChange(SensorUserId owner);
}
