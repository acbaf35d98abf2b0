package io.sensorium.intake.measurements;

import io.sensorium.core.id.GatewayId;
import io.sensorium.store.sensing.Devices;
import io.sensorium.store.sensing.Devices.SentSource;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds or makes the sources that one batch names: first all are looked up, then those that there
 * are not are made together, and then each has its id. For one thread.
 */
final class SourceResolver {

  /** Stands for a source that there is not and that may not be made. */
  static final long REFUSED = 0;

  private static final Duration DAY = Duration.ofDays(1);

  private final Devices devices;
  private final ProvisioningLimits limits;
  private final GatewayId gateway;
  private final Instant receivedAt;
  private final long changeCount;
  private final Map<SourceName, NamedSource> missing = new LinkedHashMap<>();

  SourceResolver(
      Devices devices, ProvisioningLimits limits, GatewayId gateway, Instant receivedAt) {
    this.devices = devices;
    this.limits = limits;
    this.gateway = gateway;
    this.receivedAt = receivedAt;
    this.changeCount = devices.changeCount(); // asked first: what changes later, counts as later
  }

  /** Tells whether the source needs no look-up. */
  boolean isKnown(NamedSource source) {
    return source.knownId(changeCount) != REFUSED;
  }

  void lookUp(NamedSource source) {
    var name = source.name();
    if (missing.containsKey(name)) {
      return;
    }
    var found = devices.findSource(gateway, name.sensor(), name.source());
    if (found.isPresent()) {
      source.remember(changeCount, found.get().id().value());
    } else {
      missing.put(name, source);
    }
  }

  /** Makes what was not found, as far as the limits allow. */
  void makeMissing() {
    if (missing.isEmpty() || !limits.automatic()) {
      return;
    }
    int made = devices.countSourcesCreatedSince(gateway, receivedAt.minus(DAY));
    int makeable = Math.max(0, limits.sourcesPerDay() - made);
    var wanted = missing.values().stream().limit(makeable).toList();
    if (!wanted.isEmpty()) {
      make(wanted);
    }
  }

  private void make(List<NamedSource> wanted) {
    var sources =
        devices.putSources(gateway, wanted.stream().map(SourceResolver::sentSource).toList());
    for (int at = 0; at < sources.size(); at++) {
      wanted.get(at).remember(changeCount, sources.get(at).id().value());
    }
  }

  private static SentSource sentSource(NamedSource source) {
    var name = source.name();
    var hint = source.hint();
    return new SentSource(
        name.sensor(), hint.sensorTitle(), name.source(), hint.type(), hint.sourceTitle());
  }

  /** The source's id, or {@link #REFUSED}. */
  long idOf(NamedSource source) {
    long known = source.knownId(changeCount);
    if (known != REFUSED) {
      return known;
    }
    var made = missing.get(source.name()); // another object of the same name
    return made == null ? REFUSED : made.knownId(changeCount);
  }

  /** Why sources were refused. */
  String refusal() {
    return limits.automatic()
        ? "source: is unknown, and the gateway made "
            + limits.sourcesPerDay()
            + " new ones today already"
        : "source: is unknown";
  }
}
