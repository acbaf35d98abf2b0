package io.sensorium.intake.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.intake.series.SentSeries.SensorName;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A measurement and its tags, which name a sensor: {@code climate,sensor=kitchen} by the tag {@code
 * sensor} alone where there is one, else {@code cpu,cpu=cpu0,host=web1} by all tags in the order of
 * their keys. Commas and equals signs within names stay escaped, so that no two series have the
 * same serial.
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
    var measurement = plain(bytes, from, end, false);
    var tags = new TreeMap<String, String>();
    while (end < to) {
      int key = end + 1;
      int equals = endOf(bytes, key, to, '=');
      end = endOf(bytes, Math.min(to, equals + 1), to, ',');
      if (equals == key || equals + 1 >= end) {
        return null;
      }
      tags.put(plain(bytes, key, equals, false), plain(bytes, equals + 1, end, false));
    }
    var sensor = tags.get(SENSOR);
    if (sensor != null) {
      var title = sensor.replace("\\,", ",").replace("\\=", "=");
      return new SensorName(measurement + ",sensor=" + sensor, title, measurement);
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

  /** A name without its escapes. */
  static String unescaped(byte[] bytes, int from, int to) {
    return plain(bytes, from, to, true);
  }

  /** Without the escapes of spaces, and without the others too where that is asked. */
  private static String plain(byte[] bytes, int from, int to, boolean withoutAll) {
    var plain = new byte[to - from];
    int length = 0;
    for (int at = from; at < to; at++) {
      if (isEscape(bytes, at, to) && (withoutAll || bytes[at + 1] == ' ')) {
        at++;
      }
      plain[length++] = bytes[at];
    }
    return new String(plain, 0, length, UTF_8);
  }
}
