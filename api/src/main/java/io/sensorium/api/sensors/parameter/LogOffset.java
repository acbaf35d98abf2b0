package io.sensorium.api.sensors.parameter;

import io.sensorium.core.time.Micros;
import io.sensorium.store.alarm.Alarms.LogPosition;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where reading of the alarm log goes on; for clients it is an opaque text. */
public final class LogOffset {

  private static final Pattern FORM = Pattern.compile("(-?[0-9]{1,18})-([0-9]{1,18})");
  private static final long MAX_DATE_MICROS = 10_000 * 366 * Micros.PER_DAY;

  private LogOffset() {}

  public static String encode(LogPosition last) {
    return Micros.of(last.date()) + "-" + last.id();
  }

  /** What the parameter says; empty where reading begins: without it and with 0. */
  public static Optional<LogPosition> read(Parameters parameters) {
    return parameters.find("offset").filter(text -> !text.equals("0")).map(LogOffset::decode);
  }

  private static LogPosition decode(String text) {
    var match = FORM.matcher(text);
    if (match.matches()) {
      long micros = Long.parseLong(match.group(1));
      if (Math.abs(micros) < MAX_DATE_MICROS) {
        return new LogPosition(Micros.toInstant(micros), Long.parseLong(match.group(2)));
      }
    }
    throw Parameters.invalid("offset", "must be the next of an earlier answer");
  }
}
