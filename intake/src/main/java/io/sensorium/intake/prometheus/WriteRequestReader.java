package io.sensorium.intake.prometheus;

import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.time.Micros;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.measurements.MeasurementRows;
import io.sensorium.intake.measurements.NamedSource;
import io.sensorium.intake.measurements.Quantities;
import io.sensorium.intake.measurements.SourceHint;
import io.sensorium.intake.measurements.SourceName;
import io.sensorium.intake.series.SentSeries;
import io.sensorium.intake.series.SeriesTable;
import org.jspecify.annotations.Nullable;

/** Reads the series of one request. For one thread. */
final class WriteRequestReader {
  /*
   * The bytes of a series' labels are its name: as long as they come in the same order, a series
   * that is known is found without a look at its labels. Senders must sort them.
   */

  /** The NaN that says that a series has ended. */
  private static final long STALE_MARKER_BITS = 0x7ff0000000000002L;

  private static final int SERIES = field(1);
  private static final int LABELS = field(1);
  private static final int SAMPLES = field(2);
  private static final int HISTOGRAMS = field(4);
  private static final int SAMPLE_VALUE = (1 << 3) | ProtoReader.FIXED64;
  private static final int SAMPLE_TIME = 2 << 3;
  private static final int EXPECTED_BYTES_PER_ROW = 100;
  private static final long FARTHEST_MILLIS = Long.MAX_VALUE / Micros.PER_MILLI;

  private final byte[] bytes;
  private final SeriesTable table;
  private final ProtoReader reader;
  private final Labels labels;
  private final MeasurementRows rows;
  private int index;

  WriteRequestReader(byte[] bytes, SeriesTable table) {
    this.bytes = bytes;
    this.table = table;
    this.reader = new ProtoReader(bytes);
    this.labels = new Labels(bytes);
    this.rows = new MeasurementRows(16 + bytes.length / EXPECTED_BYTES_PER_ROW);
  }

  private static int field(int number) {
    return (number << 3) | ProtoReader.LENGTH_DELIMITED;
  }

  MeasurementRows read() {
    while (reader.at() < bytes.length) {
      int tag = reader.tag(bytes.length);
      if (tag == SERIES) {
        readSeries(reader.endOfField(bytes.length));
        index++;
      } else {
        reader.skip(tag, bytes.length);
      }
    }
    return rows;
  }

  private void readSeries(int end) {
    int labelsStart = reader.at();
    int labelsEnd = passLabels(end);
    var source = source(labelsStart, labelsEnd);
    boolean histogram = false;
    while (reader.at() < end) {
      int tag = reader.tag(end);
      if (tag == SAMPLES) {
        readSample(source, reader.endOfField(end));
      } else {
        histogram |= tag == HISTOGRAMS;
        reader.skip(tag, end);
      }
    }
    if (histogram) {
      rows.reject(index, "native histograms are not stored");
    }
  }

  /** Where the labels end and what else the series has begins. */
  private int passLabels(int end) {
    int labelsEnd = reader.at();
    while (labelsEnd < end && reader.tag(end) == LABELS) {
      labelsEnd = reader.endOfField(end);
      reader.moveTo(labelsEnd);
    }
    reader.moveTo(labelsEnd);
    return labelsEnd;
  }

  /** The source that the labels name; null, and noted as rejected, when they name none. */
  private @Nullable NamedSource source(int from, int to) {
    var known = table.find(bytes, from, to);
    var series = known == null ? newSeries(from, to) : known;
    return series == null ? null : source(series);
  }

  private @Nullable SentSeries newSeries(int from, int to) {
    var sensor = labels.read(from, to);
    var problem = SourceName.problemOf("__name__", sensor.subject());
    if (problem == null) {
      problem = SourceName.problemOf("labels", sensor.serial());
    }
    if (problem != null) {
      rows.reject(index, problem);
      return null;
    }
    return table.findOrAdd(bytes, from, to, sensor);
  }

  private NamedSource source(SentSeries series) {
    var fields = series.fields();
    if (fields.length > 0) {
      return fields[0].source();
    }
    var metric = series.sensor().subject();
    var hint = SourceHint.of(Quantities.guess(metric).type());
    return series.add(bytes, 0, 0, metric, hint).source();
  }

  private void readSample(@Nullable NamedSource source, int end) {
    double value = 0;
    long timeMillis = 0;
    while (reader.at() < end) {
      int tag = reader.tag(end);
      if (tag == SAMPLE_VALUE) {
        value = reader.fixedDouble(end);
      } else if (tag == SAMPLE_TIME) {
        timeMillis = reader.varint(end);
      } else {
        reader.skip(tag, end);
      }
    }
    if (source != null) {
      add(source, timeMillis, value);
    }
  }

  private void add(NamedSource source, long timeMillis, double value) {
    if (rows.size() == RemoteWrite.MAX_ROWS) {
      throw new InputTooLargeException("more than " + RemoteWrite.MAX_ROWS + " samples");
    }
    long timeMicros = Math.clamp(timeMillis, -FARTHEST_MILLIS, FARTHEST_MILLIS) * Micros.PER_MILLI;
    if (Double.doubleToRawLongBits(value) == STALE_MARKER_BITS) {
      rows.add(index, source, timeMicros, Double.NaN, MeasurementType.BLANK);
    } else if (Double.isFinite(value)) {
      rows.add(index, source, timeMicros, value);
    }
  }
}
