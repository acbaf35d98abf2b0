package io.sensorium.store.sql.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.sensing.Sensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a change of the devices did, for the cache; filled by the work of one transaction. */
final class Touched {

  /** What became of one gateway. */
  static final class Fate {
    private final List<UnaryOperator<CachedGateway>> edits = new ArrayList<>();
    private boolean unknown;
    private int mark;

    /** The version that the cache gave the gateway while the change ran. */
    int mark() {
      return mark;
    }

    void mark(int version) {
      mark = version;
    }

    /** Whether the gateway must be read again; else it is as it was but for the edits. */
    boolean mustBeRead() {
      return unknown;
    }

    CachedGateway edit(CachedGateway cached) {
      var edited = cached;
      for (var edit : edits) {
        edited = edit.apply(edited);
      }
      return edited;
    }
  }

  private final Map<GatewayId, Fate> fates = new LinkedHashMap<>();
  private final Set<SensorUserId> owners = new HashSet<>();
  private boolean serialsChanged;

  /** The gateway's own row is this now. */
  void put(GatewayRow row) {
    fate(row.gateway().id()).edits.add(cached -> cached.with(row));
    owner(row.gateway().owner());
  }

  /** A sensor of the gateway, new or changed. */
  void put(Sensor sensor) {
    fate(sensor.gateway()).edits.add(cached -> cached.with(sensor));
  }

  /** A source of a sensor of the gateway, new or changed. */
  void put(DataSource source) {
    fate(source.gateway()).edits.add(cached -> cached.with(source));
  }

  /** Something of the gateway is not as it was. */
  void forget(GatewayId gateway) {
    fate(gateway).unknown = true;
  }

  /** The inventory of a user changed, if there is one. */
  void owner(@Nullable SensorUserId owner) {
    if (owner != null) {
      owners.add(owner);
    }
  }

  /** Serials may name other sources than before. */
  void serialsChanged() {
    serialsChanged = true;
  }

  Map<GatewayId, Fate> fates() {
    return fates;
  }

  Set<SensorUserId> owners() {
    return owners;
  }

  boolean haveSerialsChanged() {
    return serialsChanged;
  }

  private Fate fate(GatewayId gateway) {
    return fates.computeIfAbsent(gateway, _ -> new Fate());
  }
}
