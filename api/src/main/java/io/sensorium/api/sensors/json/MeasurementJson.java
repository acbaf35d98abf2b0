package io.sensorium.api.sensors.json;

import static io.sensorium.api.common.JsonBytes.piece;

import io.sensorium.api.common.JsonBytes;
import io.sensorium.core.measurement.MeasurementType;

/**
 * Writes measurements: {@code
 * {"date":"2026-09-13T16:59:04+0000","value":20.34,"type":1,"seq":1789318746316133,"min":null,"max":null}}
 */
public final class MeasurementJson {

  /** About the most bytes of one row. */
  public static final int ROW_LENGTH = 128;

  private static final byte[] DATE = piece("{\"date\":\"");
  private static final byte[] VALUE = piece("\",\"value\":");
  private static final byte[] TYPE = piece(",\"type\":");
  private static final byte[] SEQ = piece(",\"seq\":");
  private static final byte[] NO_EXTREMES = piece(",\"min\":null,\"max\":null}");
  private static final byte[] NO_SEQ = piece(",\"seq\":null");
  private static final byte[] MIN = piece(",\"min\":");
  private static final byte[] MAX = piece(",\"max\":");
  private static final byte[] COUNT = piece(",\"count\":");
  private static final byte[] EMPTY_GROUP = piece(",\"min\":null,\"max\":null,\"count\":0}");
  private static final byte[] EXTREME_MIN = piece("{\"min\":{\"value\":");
  private static final byte[] EXTREME_DATE = piece(",\"date\":\"");
  private static final byte[] EXTREME_MAX = piece("\"},\"max\":{\"value\":");
  private static final byte[] EXTREME_END = piece("\"}}");
  private static final byte[] NULL = piece("null");

  private MeasurementJson() {}

  /** A stored row; NaN is null. */
  public static void row(
      JsonBytes json, DateStyle dates, long timeMicros, double value, int typeCode, long seq) {
    begin(json, dates, timeMicros, value, typeCode);
    json.append(SEQ).append(seq).append(NO_EXTREMES);
  }

  /** A row that is not there any more. */
  static void unstored(
      JsonBytes json, DateStyle dates, long timeMicros, double value, int typeCode) {
    begin(json, dates, timeMicros, value, typeCode);
    json.append(NO_SEQ).append(NO_EXTREMES);
  }

  /** A group of rows, by the beginning of its span. */
  public static void group(
      JsonBytes json,
      DateStyle dates,
      long startMicros,
      double mean,
      double min,
      double max,
      long count) {
    begin(json, dates, startMicros, mean, MeasurementType.GROUPED.code());
    json.append(NO_SEQ).append(MIN).append(min).append(MAX).append(max);
    json.append(COUNT).append(count).append('}');
  }

  /** What stands where a group has no rows; NaN is null. */
  public static void emptyGroup(
      JsonBytes json, DateStyle dates, long startMicros, double value, MeasurementType type) {
    begin(json, dates, startMicros, value, type.code());
    json.append(NO_SEQ).append(EMPTY_GROUP);
  }

  /** {@code {"min":{"value":..,"date":".."},"max":{"value":..,"date":".."}}} */
  public static void extremes(
      JsonBytes json,
      DateStyle dates,
      double min,
      long minTimeMicros,
      double max,
      long maxTimeMicros) {
    json.append(EXTREME_MIN).append(min).append(EXTREME_DATE);
    dates.append(json, minTimeMicros);
    json.append(EXTREME_MAX).append(max).append(EXTREME_DATE);
    dates.append(json, maxTimeMicros);
    json.append(EXTREME_END);
  }

  private static void begin(
      JsonBytes json, DateStyle dates, long timeMicros, double value, int typeCode) {
    json.append(DATE);
    dates.append(json, timeMicros);
    json.append(VALUE);
    if (Double.isNaN(value)) {
      json.append(NULL);
    } else {
      json.append(value);
    }
    json.append(TYPE).append((long) typeCode);
  }
}
