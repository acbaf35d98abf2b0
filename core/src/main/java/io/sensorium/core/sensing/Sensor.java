package io.sensorium.core.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A device that measures.
 *
 * @param serial unique among the sensors of a gateway's owner
 * @param gateway the gateway that it was heard through last
 * @param disconnectedAt since when it is silent; null while it is heard
 */
public record Sensor(
    SensorId id,
    String serial,
    String title,
    @Nullable String firmware,
    SensorType type,
    GatewayId gateway,
    @Nullable Instant disconnectedAt) {

  /** A make of sensor, as the sensor API numbers it. */
  public record SensorType(int id, String name) {

    public static final SensorType DEFAULT = new SensorType(4, "S2.0");
  }
}
