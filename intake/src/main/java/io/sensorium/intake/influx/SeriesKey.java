package io.sensorium.intake.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.intake.series.SentSeries.SensorName;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A measurement and its tags, which name a sensor: {@code climate,sensor=kitchen} by the tag {@code
 * sensor} alone where there is one, else {@code cpu,cpu=cpu0,host=web1} by all tags in the order of
 * their keys.
 */
final class SeriesKey {

  private static final String SENSOR = "sensor";

  private SeriesKey() {}

  /**
   * The sensor that the bytes name, or null when they are no measurement with tags.
   *
   * @param from where the measurement begins
   * @param to where the tags end
   */
  static @Nullable SensorName read(byte[] bytes, int from, int to) {
    int end = endOf(bytes, from, to, ',');
    if (end == from) {
      return null;
    }
    var measurement = unescaped(bytes, from, end);
    var tags = new TreeMap<String, String>();
    while (end < to) {
      int key = end + 1;
      int equals = endOf(bytes, key, to, '=');
      end = endOf(bytes, Math.min(to, equals + 1), to, ',');
      if (equals == key || equals + 1 >= end) {
        return null;
      }
      tags.put(unescaped(bytes, key, equals), unescaped(bytes, equals + 1, end));
    }
    var sensor = tags.get(SENSOR);
    if (sensor != null) {
      return new SensorName(measurement + ",sensor=" + sensor, sensor, measurement);
    }
    var serial = new StringBuilder(measurement);
    tags.forEach((key, value) -> serial.append(',').append(key).append('=').append(value));
    return new SensorName(serial.toString(), null, measurement);
  }

  /** Where {@code terminator} stands unescaped; {@code to} when it does not. */
  private static int endOf(byte[] bytes, int from, int to, char terminator) {
    int at = from;
    while (at < to && bytes[at] != terminator) {
      at += isEscape(bytes, at, to) ? 2 : 1;
    }
    return Math.min(at, to);
  }

  /** Whether a backslash stands there before a character that it takes the meaning from. */
  static boolean isEscape(byte[] bytes, int at, int end) {
    return bytes[at] == '\\'
        && at + 1 < end
        && (bytes[at + 1] == ' ' || bytes[at + 1] == ',' || bytes[at + 1] == '=');
  }

  static String unescaped(byte[] bytes, int from, int to) {
    var plain = new byte[to - from];
    int length = 0;
    for (int at = from; at < to; at++) {
      if (isEscape(bytes, at, to)) {
        at++;
      }
      plain[length++] = bytes[at];
    }
    return new String(plain, 0, length, UTF_8);
  }
}
