package io.sensorium.api.sensors;

import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.api.sensors.json.MeasurementJson;
import io.sensorium.api.sensors.parameter.Period;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.store.measurement.Measurements;
import java.util.List;

/** {@code type=min_max}: the extremes of a period, each with the first date that has it. */
final class ExtremesReading implements MeasurementReading {

  private final Measurements measurements;
  private final Keeping keeping;
  private final DateStyle dates;

  ExtremesReading(Measurements measurements, Keeping keeping, DateStyle dates) {
    this.measurements = measurements;
    this.keeping = keeping;
    this.dates = dates;
  }

  @Override
  public Answer read(Call call, List<DataSource> sources) {
    var period = Period.read(call.parameters(), call.now());
    int maxAge = keeping.maxAge(period, sources, call.now());
    var map = new MeasurementMap(sources.size() * MeasurementJson.ROW_LENGTH);
    for (var source : sources) {
      measurements
          .findExtremes(source.id(), period.fromMicros(), period.toMicros())
          .ifPresent(
              found ->
                  MeasurementJson.extremes(
                      map.source(source.id()),
                      dates,
                      found.min(),
                      found.minTimeMicros(),
                      found.max(),
                      found.maxTimeMicros()));
    }
    return Answer.keptFor(maxAge, map.end());
  }
}
