package io.sensorium.simulator.sensing;

import io.sensorium.simulator.climate.Battery;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A sensor and how it works.
 *
 * @param intervals what it measures, and how often
 * @param heardPercent how well it is heard on average
 * @param diesAt from when on it is silent for ever; null for never
 */
public record SensorPlan(
    String serial,
    String title,
    Spot spot,
    Map<Quantity, Duration> intervals,
    double heardPercent,
    Battery battery,
    @Nullable Instant diesAt) {

  public SensorPlan {
    if (intervals.isEmpty()) {
      throw new IllegalArgumentException(serial + " measures nothing");
    }
    intervals = Collections.unmodifiableMap(new EnumMap<>(intervals));
  }

  /** The same sensor, silent from an instant on. */
  public SensorPlan dyingAt(Instant instant) {
    return new SensorPlan(serial, title, spot, intervals, heardPercent, battery, instant);
  }
}
