package io.sensorium.core.sensing;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SensorId;
import io.sensorium.core.id.SourceId;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One quantity that a sensor measures.
 *
 * @param serial unique among the sources of its sensor
 * @param interval the nominal time between two measurements
 * @param disconnectedAt since when it is silent; null while it is heard
 */
public record DataSource(
    SourceId id,
    SensorId sensor,
    GatewayId gateway,
    String serial,
    String title,
    SourceType type,
    Duration interval,
    @Nullable String subtype,
    @Nullable Instant disconnectedAt) {

  public DataSource {
    if (!interval.isPositive()) {
      throw new IllegalArgumentException("interval must be positive: " + interval);
    }
  }
}
