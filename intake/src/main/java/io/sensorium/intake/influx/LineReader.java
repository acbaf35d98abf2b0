package io.sensorium.intake.influx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sensorium.core.time.Micros;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.measurements.MeasurementRows;
import io.sensorium.intake.series.SentField;
import io.sensorium.intake.series.SentSeries;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one request. For one thread. */
final class LineReader {
  /*
   * Works on the bytes as they came: a line whose series and fields are known makes no object. The
   * fields of a line are kept aside until its end, as the time stands there, and a line that cannot
   * be read to its end gives no row.
   */

  private static final int EXPECTED_BYTES_PER_ROW = 32;
  private static final int SHOWN_BYTES = 200;
  private static final int LONGEST_TIMESTAMP = 19;

  private final byte[] bytes;
  private final int end;
  private final Precision precision;
  private final SeriesNames names;
  private final long receivedMicros;
  private final MeasurementRows rows;
  private final PendingFields fields = new PendingFields();

  private int at;
  private int line;
  private int place;
  private long timeMicros;
  private @Nullable String problem;
  private @Nullable String refusedField;

  LineReader(byte[] bytes, Precision precision, SeriesNames names, Instant receivedAt) {
    this.bytes = bytes;
    this.end = bytes.length;
    this.precision = precision;
    this.names = names;
    this.receivedMicros = Micros.of(receivedAt);
    this.rows = new MeasurementRows(16 + end / EXPECTED_BYTES_PER_ROW);
  }

  MeasurementRows readAll() {
    while (at < end) {
      skipSpaces();
      if (!isAtLineEnd() && bytes[at] != '#') {
        readLine();
      }
      at = Scan.endOfLine(bytes, at, end) + 1;
      line++;
    }
    return rows;
  }

  private void readLine() {
    int start = at;
    fields.clear();
    place = 0;
    problem = null;
    refusedField = null;
    readParts();
    if (problem != null) {
      rejectUnreadable(start);
      return;
    }
    if (rows.size() + fields.size() > LineProtocol.MAX_ROWS) {
      throw new InputTooLargeException("more than " + LineProtocol.MAX_ROWS + " values");
    }
    fields.addTo(rows, line, timeMicros);
    if (refusedField != null) {
      rows.reject(line, "field '" + refusedField + "': strings are not stored");
    }
  }

  private void readParts() {
    int nameEnd = Scan.endOfName(bytes, at, end);
    if (nameEnd == end || bytes[nameEnd] != ' ') {
      problem = "missing fields";
      return;
    }
    var series = names.series(at, nameEnd);
    if (series == null) {
      problem = names.problem();
      return;
    }
    at = nameEnd;
    skipSpaces();
    readField(series);
    while (problem == null && at < end && bytes[at] == ',') {
      at++;
      place++;
      readField(series);
    }
    if (problem == null) {
      readTime();
    }
  }

  private void readField(SentSeries series) {
    var field = names.expectedField(series, place, at, end);
    if (field == null) {
      field = readKey(series);
    }
    if (field != null) {
      at += field.nameLength() + 1;
      readValue(field);
    }
  }

  private @Nullable SentField readKey(SentSeries series) {
    int equals = Scan.endOfKey(bytes, at, end);
    if (equals == end || bytes[equals] != '=' || equals == at) {
      problem = equals == at ? "missing field key" : "missing field value";
      return null;
    }
    var field = names.field(series, at, equals);
    if (field == null) {
      problem = names.problem();
    }
    return field;
  }

  private void readValue(SentField field) {
    if (at < end && bytes[at] == '"') {
      refusedField = field.source().name().source();
      int behind = Scan.behindString(bytes, at, end);
      problem = behind > end ? "unbalanced quotes" : null;
      at = Math.min(behind, end);
      return;
    }
    int valueEnd = Scan.endOfValue(bytes, at, end);
    double value = FieldValue.read(bytes, at, valueEnd);
    if (Double.isNaN(value)) {
      problem = valueEnd == at ? "missing field value" : "invalid field format";
    }
    fields.add(field.source(), value);
    at = valueEnd;
  }

  private void readTime() {
    skipSpaces();
    if (isAtLineEnd()) {
      timeMicros = receivedMicros;
      return;
    }
    boolean negative = bytes[at] == '-';
    at += negative ? 1 : 0;
    int firstDigit = at;
    long timestamp = 0;
    while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
      timestamp = timestamp * 10 + bytes[at] - '0';
      at++;
    }
    int digits = at - firstDigit;
    skipSpaces();
    if (digits == 0 || digits > LONGEST_TIMESTAMP || timestamp < 0 || !isAtLineEnd()) {
      problem = "bad timestamp";
    }
    timeMicros = precision.microsOf(negative ? -timestamp : timestamp);
  }

  private void skipSpaces() {
    while (at < end && bytes[at] == ' ') {
      at++;
    }
  }

  private boolean isAtLineEnd() {
    return at >= end || bytes[at] == '\n' || bytes[at] == '\r';
  }

  private void rejectUnreadable(int start) {
    if (!rows.namesRejections()) {
      rows.reject(line, "");
      return;
    }
    int lineEnd = Scan.endOfLine(bytes, start, end);
    int shown = Math.min(lineEnd - start, SHOWN_BYTES);
    var text = new String(bytes, start, shown, UTF_8).stripTrailing();
    rows.reject(line, "unable to parse '" + text + "': " + problem);
  }
}
