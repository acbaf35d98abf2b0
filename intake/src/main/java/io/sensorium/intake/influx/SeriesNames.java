package io.sensorium.intake.influx;

import io.sensorium.intake.measurements.Quantities;
import io.sensorium.intake.measurements.SourceHint;
import io.sensorium.intake.measurements.SourceName;
import io.sensorium.intake.series.SentField;
import io.sensorium.intake.series.SentSeries;
import io.sensorium.intake.series.SeriesTable;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The series and fields that the lines of one request name. For one thread. */
final class SeriesNames {

  /** Fields that are called after nothing: what they are is told by the measurement. */
  private static final Set<String> NAMELESS = Set.of("value", "v", "gauge", "counter");

  private final byte[] bytes;
  private final SeriesTable table;
  private String problem = "";

  SeriesNames(byte[] bytes, SeriesTable table) {
    this.bytes = bytes;
    this.table = table;
  }

  /** Why the last one was null. */
  String problem() {
    return problem;
  }

  /** The series of measurement and tags, or null when they are not of their form. */
  @Nullable SentSeries series(int from, int to) {
    var known = table.find(bytes, from, to);
    return known != null ? known : newSeries(from, to);
  }

  private @Nullable SentSeries newSeries(int from, int to) {
    var sensor = SeriesKey.read(bytes, from, to);
    if (sensor == null) {
      problem = "missing measurement, tag key or tag value";
      return null;
    }
    var wrong = SourceName.problemOf("measurement and tags", sensor.serial());
    if (wrong != null) {
      problem = wrong;
      return null;
    }
    return table.findOrAdd(bytes, from, to, sensor);
  }

  /** The field that stood at that place of the series' first line, if it stands here too. */
  @Nullable SentField expectedField(SentSeries series, int place, int from, int end) {
    var fields = series.fields();
    if (place >= fields.length) {
      return null;
    }
    return fields[place].isAt(bytes, from, end, (byte) '=') ? fields[place] : null;
  }

  /** The field of that key, or null when it is not of its form. */
  @Nullable SentField field(SentSeries series, int from, int to) {
    var known = series.find(bytes, from, to);
    return known != null ? known : newField(series, from, to);
  }

  private @Nullable SentField newField(SentSeries series, int from, int to) {
    var serial = SeriesKey.unescaped(bytes, from, to);
    var wrong = SourceName.problemOf("field", serial);
    if (wrong != null) {
      problem = wrong;
      return null;
    }
    var meant = NAMELESS.contains(serial) ? series.sensor().subject() : serial;
    var type = Quantities.guess(meant).type();
    return series.add(bytes, from, to, serial, new SourceHint(series.sensor().title(), null, type));
  }
}
