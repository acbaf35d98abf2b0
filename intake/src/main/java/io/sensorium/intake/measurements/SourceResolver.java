package io.sensorium.intake.measurements;

import io.sensorium.core.id.GatewayId;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Devices.NewSensor;
import io.sensorium.store.sensing.Devices.NewSource;
import java.time.Duration;
import java.time.Instant;

/** Finds or makes the sources that one batch names. For one thread. */
final class SourceResolver {

  /** Stands for a source that there is not and that may not be made. */
  static final long REFUSED = 0;

  private static final Duration DAY = Duration.ofDays(1);
  private static final int NOT_COUNTED = -1;

  private final Devices devices;
  private final ProvisioningLimits limits;
  private final GatewayId gateway;
  private final Instant receivedAt;
  private final long changeCount;
  private int makeableCount = NOT_COUNTED;

  SourceResolver(
      Devices devices, ProvisioningLimits limits, GatewayId gateway, Instant receivedAt) {
    this.devices = devices;
    this.limits = limits;
    this.gateway = gateway;
    this.receivedAt = receivedAt;
    this.changeCount = devices.changeCount(); // asked first: what changes later, counts as later
  }

  /** The source's id, or {@link #REFUSED}. */
  long resolve(NamedSource source) {
    long known = source.knownId(changeCount);
    if (known != REFUSED) {
      return known;
    }
    var name = source.name();
    var found = devices.findSource(gateway, name.sensor(), name.source());
    long id = found.isPresent() ? found.get().id().value() : make(source);
    if (id != REFUSED) {
      source.remember(changeCount, id);
    }
    return id;
  }

  /** Why sources were refused. */
  String refusal() {
    return limits.automatic()
        ? "source: is unknown, and the gateway made "
            + limits.sourcesPerDay()
            + " new ones today already"
        : "source: is unknown";
  }

  private long make(NamedSource source) {
    if (!mayMake()) {
      return REFUSED;
    }
    makeableCount--;
    var name = source.name();
    var hint = source.hint();
    var sensor = devices.putSensor(new NewSensor(gateway, name.sensor(), hint.sensorTitle(), null));
    var type = hint.type();
    var made =
        devices.putSource(
            new NewSource(sensor.id(), name.source(), type, type.interval(), hint.sourceTitle()));
    return made.id().value();
  }

  private boolean mayMake() {
    if (!limits.automatic()) {
      return false;
    }
    if (makeableCount == NOT_COUNTED) {
      int made = devices.countSourcesCreatedSince(gateway, receivedAt.minus(DAY));
      makeableCount = Math.max(0, limits.sourcesPerDay() - made);
    }
    return makeableCount > 0;
  }
}
