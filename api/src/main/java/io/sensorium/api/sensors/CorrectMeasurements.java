package io.sensorium.api.sensors;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.sensors.parameter.Dates;
import io.sensorium.api.sensors.parameter.Ids;
import io.sensorium.api.sensors.parameter.Parameters;
import io.sensorium.core.id.GatewayId;
import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.core.time.Micros;
import io.sensorium.intake.measurements.AcceptMeasurements;
import io.sensorium.intake.measurements.MeasurementRows;
import io.sensorium.intake.measurements.MeasurementSubmission;
import io.sensorium.intake.measurements.NamedSource;
import io.sensorium.intake.measurements.SourceHint;
import io.sensorium.intake.measurements.SourceName;
import io.sensorium.store.measurement.Measurement;
import io.sensorium.store.measurement.Measurements;
import io.sensorium.store.sensing.Devices;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * {@code POST /v1/measurements/corrections} with {@code data_source}, {@code date} or {@code seq},
 * and the {@code value} that the row is to have; or many of them as the JSON array {@code
 * measurements}. Only rows that are there can be corrected; all of them are, or none.
 */
final class CorrectMeasurements implements SensorMethod {

  static final int MAX_ROWS = 1_000;

  private final Devices devices;
  private final Belongings belongings;
  private final Measurements measurements;
  private final AcceptMeasurements accept;

  CorrectMeasurements(Devices devices, Measurements measurements, AcceptMeasurements accept) {
    this.devices = devices;
    this.belongings = new Belongings(devices);
    this.measurements = measurements;
    this.accept = accept;
  }

  @Override
  public Answer answer(Call call) {
    var wanted = wanted(call.parameters());
    var byGateway = new LinkedHashMap<GatewayId, MeasurementRows>();
    for (int i = 0; i < wanted.size(); i++) {
      var source = source(call, wanted.get(i));
      var rows =
          byGateway.computeIfAbsent(source.gateway(), _ -> new MeasurementRows(wanted.size()));
      add(rows, i, source, wanted.get(i));
    }
    long seq = 0;
    for (var entry : byGateway.entrySet()) {
      var batch = new MeasurementSubmission(entry.getKey(), null, call.now(), entry.getValue());
      seq = Math.max(seq, accept.accept(batch).seq());
    }
    return answer(wanted.size(), seq);
  }

  private static Answer answer(int count, long seq) {
    return Answer.changed(json -> json.field("corrected", count).field("seq", seq));
  }

  private static List<Parameters> wanted(Parameters parameters) {
    var wanted = parameters.listObjects("measurements");
    if (wanted.size() > MAX_ROWS) {
      throw Parameters.invalid("measurements", "has more than " + MAX_ROWS + " rows");
    }
    return wanted.isEmpty() ? List.of(parameters) : wanted;
  }

  private DataSource source(Call call, Parameters row) {
    return belongings.source(call.owner(), Ids.get("data_source", row.get("data_source")));
  }

  private void add(MeasurementRows rows, int index, DataSource source, Parameters row) {
    double value = row.getNumber("value");
    var stored = find(source, row).orElseThrow(ApiError::notFound);
    var sensor = devices.findSensor(source.sensor()).orElseThrow(ApiError::notFound);
    var name = new SourceName(sensor.serial(), source.serial());
    var type =
        stored.typeCode() == MeasurementType.BUTTON.code()
            ? MeasurementType.BUTTON
            : MeasurementType.REGULAR;
    rows.add(
        index,
        new NamedSource(name, SourceHint.of(source.type())),
        stored.timeMicros(),
        value,
        type);
  }

  private Optional<Measurement> find(DataSource source, Parameters row) {
    var ids = List.of(source.id());
    var seq = row.findWhole("seq", 0, Long.MAX_VALUE);
    if (seq.isPresent()) {
      return measurements.listBySeq(ids, seq.get(), seq.get(), Optional.empty(), 1).stream()
          .findFirst();
    }
    var date =
        Dates.parse(row.get("date"))
            .orElseThrow(() -> Parameters.invalid("date", "must be a date"));
    long from = Micros.of(date);
    long to = from % Micros.PER_SECOND == 0 ? from + Micros.PER_SECOND : from + 1;
    var found = measurements.listByDate(ids, from, to, Optional.empty(), 2);
    if (found.size() > 1) {
      throw Parameters.invalid("date", "is of several rows: name the row by its seq");
    }
    return found.stream().findFirst();
  }
}
