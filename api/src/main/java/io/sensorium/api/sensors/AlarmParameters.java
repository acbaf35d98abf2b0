package io.sensorium.api.sensors;

import io.sensorium.api.sensors.json.WireNames;
import io.sensorium.api.sensors.parameter.Parameters;
import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmRule;
import io.sensorium.core.alarm.Direction;
import io.sensorium.core.alarm.Severity;
import java.time.Duration;

/** Reads what parameters say about an alarm. */
final class AlarmParameters {

  private static final long MAX_DELAY_MINUTES = Duration.ofDays(365).toMinutes();

  private AlarmParameters() {}

  /** The condition of a new alarm. */
  static AlarmCondition condition(Parameters parameters) {
    return new AlarmCondition(
        parameters.getNumber("value"),
        direction(parameters.get("direction")),
        delay(parameters, Duration.ZERO),
        hysteresis(parameters, 0));
  }

  /** The condition of an alarm that is there, as far as it is not given anew. */
  static AlarmCondition condition(Parameters parameters, AlarmCondition now) {
    return new AlarmCondition(
        parameters.findNumber("value").orElse(now.thresholdValue()),
        parameters.find("direction").map(AlarmParameters::direction).orElse(now.direction()),
        delay(parameters, now.delay()),
        hysteresis(parameters, now.hysteresisValue()));
  }

  static Severity severity(Parameters parameters, Severity otherwise) {
    return parameters
        .find("severity")
        .map(
            name ->
                WireNames.find(Severity.class, name)
                    .orElseThrow(
                        () -> Parameters.invalid("severity", "must be info, warning or critical")))
        .orElse(otherwise);
  }

  static boolean enabled(Parameters parameters, boolean otherwise) {
    return parameters.findBoolean("enabled").orElse(otherwise);
  }

  /** That another source cannot be watched by the same alarm. */
  static void refuseSource(Parameters parameters, AlarmRule rule) {
    var given = parameters.find("data_source");
    if (given.isPresent() && !given.get().equals(rule.source().toString())) {
      throw Parameters.invalid("data_source", "of an alarm cannot be changed");
    }
  }

  private static Direction direction(String name) {
    return WireNames.find(Direction.class, name)
        .orElseThrow(() -> Parameters.invalid("direction", "must be above or below"));
  }

  private static Duration delay(Parameters parameters, Duration otherwise) {
    return parameters
        .findWhole("delay", 0, MAX_DELAY_MINUTES)
        .map(Duration::ofMinutes)
        .orElse(otherwise);
  }

  private static double hysteresis(Parameters parameters, double otherwise) {
    double value = parameters.findNumber("hysteresis").orElse(otherwise);
    if (value < 0) {
      throw Parameters.invalid("hysteresis", "must not be negative");
    }
    return value;
  }
}
