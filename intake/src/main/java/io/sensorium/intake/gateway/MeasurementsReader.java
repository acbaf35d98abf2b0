package io.sensorium.intake.gateway;

import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.intake.InputTooLargeException;
import io.sensorium.intake.json.ItemValues;
import io.sensorium.intake.json.JsonInput;
import io.sensorium.intake.measurements.MeasurementRows;
import io.sensorium.intake.measurements.NamedSource;
import io.sensorium.intake.measurements.Quantities;
import io.sensorium.intake.measurements.SourceHint;
import io.sensorium.intake.measurements.SourceName;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.sym.PropertyNameMatcher;

/** Reads one batch of rows. For one thread. */
final class MeasurementsReader {

  private static final PropertyNameMatcher MEMBERS =
      JsonInput.matcherOf("batch_id", "token", "measurements");
  private static final PropertyNameMatcher ROW_MEMBERS =
      JsonInput.matcherOf("sensor", "source", "date", "value", "type");
  private static final int MAX_TEXT_LENGTH = 128;

  private final JsonParser json;
  private final ItemValues values;
  private final MeasurementRows rows = new MeasurementRows(64);
  private final Map<SourceName, NamedSource> sources = new HashMap<>();
  private boolean rowsRead;
  private @Nullable String batchId;
  private @Nullable String token;

  private @Nullable String sensor;
  private @Nullable String source;
  private long dateMicros;
  private double value;
  private MeasurementType type = MeasurementType.REGULAR;

  MeasurementsReader(JsonParser json) {
    this.json = json;
    this.values = new ItemValues(json);
  }

  DecodedMeasurements read() {
    if (json.nextToken() != JsonToken.START_OBJECT) {
      throw JsonInput.wrongForm(json, "a batch must be a JSON object");
    }
    for (int member = values.nextMember(MEMBERS);
        member != ItemValues.END;
        member = values.nextMember(MEMBERS)) {
      switch (member) {
        case 0 -> batchId = text("batch_id");
        case 1 -> token = text("token");
        case 2 -> readRows();
        default -> values.ignore();
      }
    }
    if (json.nextToken() != null) {
      throw JsonInput.wrongForm(json, "nothing may follow the batch");
    }
    return new DecodedMeasurements(batchId, token, rows);
  }

  private @Nullable String text(String field) {
    values.startItem();
    String text = values.text(field, MAX_TEXT_LENGTH);
    if (values.reason() != null || (text != null && text.isBlank())) {
      throw JsonInput.wrongForm(json, field + ": must be a Unicode text of 1 to 128 characters");
    }
    return text;
  }

  private void readRows() {
    JsonToken first = json.nextToken();
    if (first != JsonToken.START_ARRAY || rowsRead) {
      throw JsonInput.wrongForm(json, "measurements: must be one array");
    }
    rowsRead = true;
    int index = 0;
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (index == MeasurementsJson.MAX_ROWS) {
        throw new InputTooLargeException(
            "a batch may have at most " + MeasurementsJson.MAX_ROWS + " rows");
      }
      readRow(index++);
    }
  }

  private void readRow(int index) {
    values.startItem();
    if (json.currentToken() == JsonToken.START_OBJECT) {
      readMembers();
      checkRow();
    } else {
      json.skipChildren();
      values.reject("must be an object");
    }
    String reason = values.reason();
    if (reason != null) {
      rows.reject(index, reason);
    } else if (sensor != null && source != null) {
      rows.add(index, named(new SourceName(sensor, source)), dateMicros, value, type);
    }
  }

  private void readMembers() {
    sensor = null;
    source = null;
    dateMicros = ItemValues.NO_TIME;
    value = Double.NaN;
    type = MeasurementType.REGULAR;
    for (int member = values.nextMember(ROW_MEMBERS);
        member != ItemValues.END;
        member = values.nextMember(ROW_MEMBERS)) {
      switch (member) {
        case 0 -> sensor = values.text("sensor", SourceName.MAX_LENGTH);
        case 1 -> source = values.text("source", SourceName.MAX_LENGTH);
        case 2 -> dateMicros = values.timeMicros("date");
        case 3 -> value = values.number("value");
        case 4 -> readType();
        default -> values.ignore();
      }
    }
  }

  private void readType() {
    long code = values.wholeNumber("type");
    if (code == MeasurementType.BUTTON.code()) {
      type = MeasurementType.BUTTON;
    } else if (code != MeasurementType.REGULAR.code() && code != ItemValues.NO_LONG) {
      values.reject("type: must be 1 or 5");
    }
  }

  private void checkRow() {
    rejectIf(SourceName.problemOf("sensor", sensor));
    rejectIf(SourceName.problemOf("source", source));
    rejectIf(dateMicros == ItemValues.NO_TIME ? "date: is missing" : null);
    rejectIf(Double.isNaN(value) ? "value: is missing" : null);
  }

  private void rejectIf(@Nullable String problem) {
    if (problem != null) {
      values.reject(problem);
    }
  }

  private NamedSource named(SourceName name) {
    return sources.computeIfAbsent(
        name, _ -> new NamedSource(name, SourceHint.of(Quantities.guess(name.source()).type())));
  }
}
