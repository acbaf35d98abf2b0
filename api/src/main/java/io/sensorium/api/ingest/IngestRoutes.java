package io.sensorium.api.ingest;

import io.sensorium.api.common.BodyRule;
import io.sensorium.api.common.Routes;
import io.sensorium.intake.influx.LineProtocol;
import io.sensorium.intake.measurements.AcceptMeasurements;
import io.sensorium.intake.prometheus.RemoteWrite;
import io.sensorium.intake.series.SeriesCache;
import java.time.Clock;
import java.util.random.RandomGenerator;

/** The table of the ways in for measurements. */
public final class IngestRoutes {

  private static final BodyRule LINES = BodyRule.any(16 << 20);
  private static final BodyRule SAMPLES = BodyRule.any(RemoteWrite.MAX_BYTES).passing("snappy");
  private static final BodyRule QUERY = BodyRule.any(64 << 10);

  private IngestRoutes() {}

  /**
   * The routes.
   *
   * @param random secure; seeds tables that senders fill
   */
  public static Routes of(
      GatewayLogin login, AcceptMeasurements accept, Clock clock, RandomGenerator random) {
    var batches = new Batches(accept, clock);
    var series = new SeriesCache(SeriesCache.DEFAULT_MAX_BYTES, random);
    var lines = new WriteLines(login, batches, new LineProtocol(series));
    var labels = new SeriesCache(SeriesCache.DEFAULT_MAX_BYTES / 2, random);
    var samples = new WriteSamples(login, batches, new RemoteWrite(labels));
    var queries = new InfluxQueries(login);
    return Routes.builder()
        .postSynced(
            "/gateway/v1/measurements", new UploadMeasurements(login, batches), BodyRule.JSON)
        .postSynced("/write", lines, LINES)
        .postSynced("/api/v2/write", lines, LINES)
        .get("/ping", InfluxQueries::ping)
        .get("/query", queries::query)
        .post("/query", queries::query, QUERY)
        .postSynced("/api/v1/write", samples, SAMPLES)
        .errors("/write", InfluxErrors::version1)
        .errors("/query", InfluxErrors::version1)
        .errors("/api/v2/", InfluxErrors::version2)
        .build();
  }
}
