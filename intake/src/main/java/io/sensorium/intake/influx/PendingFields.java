package io.sensorium.intake.influx;

import io.sensorium.intake.measurements.MeasurementRows;
import io.sensorium.intake.measurements.NamedSource;
import java.util.Arrays;

/** The fields of a line until its time is read. For one thread; used again for each line. */
final class PendingFields {

  private NamedSource[] sources = new NamedSource[16];
  private double[] values = new double[16];
  private int size;

  void clear() {
    size = 0;
  }

  int size() {
    return size;
  }

  void add(NamedSource source, double value) {
    if (size == sources.length) {
      sources = Arrays.copyOf(sources, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    sources[size] = source;
    values[size] = value;
    size++;
  }

  void addTo(MeasurementRows rows, int line, long timeMicros) {
    for (int field = 0; field < size; field++) {
      rows.add(line, sources[field], timeMicros, values[field]);
    }
  }
}
