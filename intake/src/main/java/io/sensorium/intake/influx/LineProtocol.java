package io.sensorium.intake.influx;

import io.sensorium.core.id.GatewayId;
import io.sensorium.intake.measurements.MeasurementRows;
import io.sensorium.intake.series.SeriesCache;
import java.time.Instant;

/**
 * Reads InfluxDB's line protocol. The measurement and its tags name a sensor, each field is one of
 * its sources; booleans are 1 and 0, strings are not stored. A line that cannot be read costs
 * itself alone. Safe for use by many threads.
 */
public final class LineProtocol {

  /** A request has at most so many values. */
  public static final int MAX_ROWS = 200_000;

  private final SeriesCache series;

  public LineProtocol(SeriesCache series) {
    this.series = series;
  }

  /**
   * The rows of one request; a rejection's index is that of its line.
   *
   * @param receivedAt the time of lines that have none
   * @throws io.sensorium.intake.InputTooLargeException when there are more than {@value #MAX_ROWS}
   */
  public MeasurementRows decode(
      byte[] body, Precision precision, GatewayId gateway, Instant receivedAt) {
    var names = new SeriesNames(body, series.of(gateway));
    return new LineReader(body, precision, names, receivedAt).readAll();
  }
}
