package io.sensorium.store.contact;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A time in which nothing came.
 *
 * @param sensor who was silent; null when it was the whole gateway
 * @param since when something came last
 * @param withGateway whether the sensor was silent because its gateway was
 * @param endedAt when something came again; null while it lasts
 */
public record Silence(
    GatewayId gateway,
    @Nullable SensorId sensor,
    Instant since,
    boolean withGateway,
    @Nullable Instant endedAt) {

  public Silence endedAt(Instant at) {
    return new Silence(gateway, sensor, since, withGateway, at);
  }

  /** The same silence, told by itself from now on. */
  public Silence byItself() {
    return new Silence(gateway, sensor, since, false, endedAt);
  }
}
