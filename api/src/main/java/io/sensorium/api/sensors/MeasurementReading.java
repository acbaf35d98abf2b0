package io.sensorium.api.sensors;

import io.sensorium.core.sensing.DataSource;
import java.util.List;

/** One type of {@code GET /v1/measurements}. */
@FunctionalInterface
interface MeasurementReading {

  /**
   * What there is of some sources.
   *
   * @param sources of one gateway of the caller, in the order asked for
   */
  Answer read(Call call, List<DataSource> sources);
}
