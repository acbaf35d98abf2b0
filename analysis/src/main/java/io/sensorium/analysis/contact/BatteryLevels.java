package io.sensorium.analysis.contact;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.Direction;
import io.sensorium.core.sensing.SourceType;
import java.time.Duration;
import java.util.Optional;

/** When a battery is low. */
public final class BatteryLevels {
  /*
   * Volts: two alkaline cells or one lithium cell, 3.0 to 3.2 V when new, and of use down to about
   * 2.0 V. At 2.4 V some weeks are left, also in the cold, which costs 0.1 to 0.2 V; the hysteresis
   * keeps a cold night from being told twice.
   */

  private static final AlarmCondition VOLTS = below(2.4, 0.2);
  private static final AlarmCondition PERCENT = below(15, 10);

  private BatteryLevels() {}

  /** What is low for a source of that type; empty when it is no battery. */
  public static Optional<AlarmCondition> conditionOf(SourceType type) {
    return switch (type.name()) {
      case "batt" -> Optional.of(VOLTS);
      case "battery_level" -> Optional.of(PERCENT);
      default -> Optional.empty();
    };
  }

  private static AlarmCondition below(double threshold, double hysteresis) {
    return new AlarmCondition(threshold, Direction.BELOW, Duration.ZERO, hysteresis);
  }
}
