package io.sensorium.intake.series;

import io.sensorium.intake.measurements.NamedSource;
import io.sensorium.intake.measurements.SourceHint;
import io.sensorium.intake.measurements.SourceName;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What one name stands for: a sensor, and those of its values that were sent. Safe for use by many
 * threads.
 */
public final class SentSeries {

  private static final SentField[] NO_FIELDS = {};

  private final byte[] name;
  private final int hash;
  private final SensorName sensor;
  private final MemoryBudget budget;
  private volatile SentField[] fields = NO_FIELDS;

  /**
   * How a sensor is called.
   *
   * @param title null when it is called by its serial
   * @param subject what is measured, where the names of the values do not tell
   */
  public record SensorName(String serial, @Nullable String title, String subject) {}

  SentSeries(byte[] name, int hash, SensorName sensor, MemoryBudget budget) {
    this.name = name;
    this.hash = hash;
    this.sensor = sensor;
    this.budget = budget;
  }

  public SensorName sensor() {
    return sensor;
  }

  /** The values by the order in which they were first sent; not to be changed. */
  public SentField[] fields() {
    return fields;
  }

  /** The value of that name, or null when it was not sent before. */
  public @Nullable SentField find(byte[] bytes, int from, int to) {
    for (var field : fields) {
      if (field.hasName(bytes, from, to)) {
        return field;
      }
    }
    return null;
  }

  /** The value of that name, made when it was not sent before, and kept if there is room. */
  public synchronized SentField add(
      byte[] bytes, int from, int to, String sourceSerial, SourceHint hint) {
    var known = find(bytes, from, to);
    if (known != null) {
      return known;
    }
    var source = new NamedSource(new SourceName(sensor.serial(), sourceSerial), hint);
    var added = new SentField(Arrays.copyOfRange(bytes, from, to), source);
    if (budget.take(to - from)) {
      var more = Arrays.copyOf(fields, fields.length + 1);
      more[fields.length] = added;
      fields = more;
    }
    return added;
  }

  int hash() {
    return hash;
  }

  boolean isNamed(int nameHash, byte[] bytes, int from, int to) {
    return hash == nameHash && Arrays.equals(name, 0, name.length, bytes, from, to);
  }
}
