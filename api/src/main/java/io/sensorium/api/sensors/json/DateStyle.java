package io.sensorium.api.sensors.json;

import io.sensorium.api.common.JsonBytes;
import io.sensorium.core.time.Micros;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How the sensor API writes dates: in UTC, to the second; what is beyond that is cut. */
public enum DateStyle {
  /** {@code 2026-09-13T16:59:04+0000}, as clients of the sensor API know it. */
  BASIC("+0000"),
  /** {@code 2026-09-13T16:59:04Z}, as RFC 3339 has it. */
  STRICT("Z");

  private static final int LENGTH = 24;
  private static final int DAYS_OF_ERA = 146_097;
  private static final int DAYS_TO_1970 = 719_468;

  private final String zone;

  DateStyle(String zone) {
    this.zone = zone;
  }

  public String format(Instant instant) {
    var bytes = new JsonBytes(LENGTH);
    append(bytes, Micros.of(instant));
    return new String(bytes.toBytes(), StandardCharsets.US_ASCII);
  }

  /** Null for null. */
  public @Nullable String formatNullable(@Nullable Instant instant) {
    return instant == null ? null : format(instant);
  }

  /** Appends a date without quotation marks. */
  public void append(JsonBytes json, long timeMicros) {
    long seconds = Math.floorDiv(timeMicros, Micros.PER_SECOND);
    long day = Math.floorDiv(seconds, 86_400L);
    int second = (int) (seconds - 86_400L * day);
    appendDay(json, day);
    json.append('T').appendDigits(second / 3_600, 2);
    json.append(':').appendDigits(second / 60 % 60, 2);
    json.append(':').appendDigits(second % 60, 2);
    json.append(zone);
  }

  /** After Hinnant, chrono-compatible low-level date algorithms: years begin on 1 March. */
  private static void appendDay(JsonBytes json, long day) {
    long shifted = day + DAYS_TO_1970;
    long era = Math.floorDiv(shifted, (long) DAYS_OF_ERA);
    int dayOfEra = (int) (shifted - era * DAYS_OF_ERA);
    int yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365;
    int dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    int shiftedMonth = (5 * dayOfYear + 2) / 153;
    int dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1;
    int month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
    long year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
    json.appendDigits((int) year, 4);
    json.append('-').appendDigits(month, 2);
    json.append('-').appendDigits(dayOfMonth, 2);
  }
}
