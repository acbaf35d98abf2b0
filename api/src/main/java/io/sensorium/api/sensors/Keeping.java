package io.sensorium.api.sensors;

import io.sensorium.api.sensors.parameter.Period;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.store.measurement.Measurements;
import java.time.Instant;
import java.util.List;

/** Tells for how long answers about measurements may be kept. */
final class Keeping {

  private final Measurements measurements;

  Keeping(Measurements measurements) {
    this.measurements = measurements;
  }

  /** Of a period: long when it is over, else until the next sample. */
  int maxAge(Period period, List<DataSource> sources, Instant now) {
    return MaxAge.isClosed(period, now) ? MaxAge.GREATEST : maxAge(sources, now);
  }

  /** Until the next sample. */
  int maxAge(List<DataSource> sources, Instant now) {
    var ids = sources.stream().map(DataSource::id).toList();
    return MaxAge.untilNextSample(sources, measurements.findLatest(ids), now);
  }
}
