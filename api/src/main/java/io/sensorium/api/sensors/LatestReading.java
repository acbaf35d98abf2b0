package io.sensorium.api.sensors;

import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.api.sensors.json.MeasurementJson;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.store.measurement.Measurements;
import java.util.List;

/** {@code type=latest}: the row of the latest date of each source, whatever the period. */
final class LatestReading implements MeasurementReading {

  private final Measurements measurements;
  private final DateStyle dates;

  LatestReading(Measurements measurements, DateStyle dates) {
    this.measurements = measurements;
    this.dates = dates;
  }

  @Override
  public Answer read(Call call, List<DataSource> sources) {
    var latest = measurements.findLatest(sources.stream().map(DataSource::id).toList());
    var map = new MeasurementMap(latest.size() * MeasurementJson.ROW_LENGTH);
    for (var source : sources) {
      var row = latest.get(source.id());
      if (row != null) {
        var json = map.source(source.id());
        MeasurementJson.row(json, dates, row.timeMicros(), row.value(), row.typeCode(), row.seq());
      }
    }
    return Answer.keptFor(MaxAge.untilNextSample(sources, latest, call.now()), map.end());
  }
}
