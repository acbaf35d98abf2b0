package io.sensorium.benchmarks.live;

import io.sensorium.benchmarks.metrics.Quantiles;
import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.pipeline.Operator;
import io.sensorium.benchmarks.pipeline.Phone;
import io.sensorium.benchmarks.report.Figures;
import io.sensorium.benchmarks.report.Progress;
import io.sensorium.benchmarks.report.Table;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long after an upload the events that it changed can be read, from a server with default
 * settings: everything between somebody's setting out and ten minutes after they arrived.
 *
 * @param preliminarySeconds of the upload that showed the first transport
 * @param indepthSeconds of the upload that made it indepth
 * @param allSeconds of each upload
 */
record Delays(double preliminarySeconds, double indepthSeconds, List<Double> allSeconds) {

  private static final int UPLOADS_BEFORE = 4;
  private static final int UPLOADS_AFTER = 20;
  private static final JsonMapper JSON = new JsonMapper();

  static Delays measure(Operator operator, LiveDay day, Progress bar)
      throws IOException, InterruptedException {
    var phone = operator.enrol();
    int from = day.firstTrip().departure() - UPLOADS_BEFORE;
    for (var upload : day.uploads().subList(0, from)) {
      phone.upload(upload);
    }
    operator.awaitAnalysis();
    double preliminary = Double.NaN;
    double indepth = Double.NaN;
    var all = new ArrayList<Double>();
    for (int i = from; i < day.firstTrip().arrival() + UPLOADS_AFTER; i++) {
      long sentNanos = System.nanoTime();
      phone.upload(day.uploads().get(i));
      operator.awaitAnalysis();
      var analyses = transports(phone, day);
      double seconds = (System.nanoTime() - sentNanos) / 1e9;
      all.add(seconds);
      if (Double.isNaN(preliminary) && !analyses.isEmpty()) {
        preliminary = seconds;
      }
      if (Double.isNaN(indepth) && analyses.contains("indepth")) {
        indepth = seconds;
      }
    }
    bar.advance();
    if (Double.isNaN(preliminary) || Double.isNaN(indepth)) {
      throw new BenchException("the first trip of the day was not seen to come and to close");
    }
    return new Delays(preliminary, indepth, all);
  }

  /** How far the transports have come that can be read. */
  private static List<String> transports(Phone phone, LiveDay day)
      throws IOException, InterruptedException {
    var found = new ArrayList<String>();
    for (var event :
        JSON.readTree(phone.events(day.start(), day.start().plus(Duration.ofDays(1))))) {
      if (event.required("type").asString().equals("Transport")) {
        found.add(event.required("analysis_type").asString());
      }
    }
    return found;
  }

  Table table() {
    return new Table(
        "Seconds from an upload until its events were read, default settings",
        List.of("uploads", "first preliminary", "first indepth", "median", "greatest"),
        List.of(
            List.of(
                Figures.count(allSeconds.size()),
                Figures.decimals(preliminarySeconds, 2),
                Figures.decimals(indepthSeconds, 2),
                Figures.decimals(Quantiles.median(allSeconds), 2),
                Figures.decimals(Quantiles.of(allSeconds, 1), 2))));
  }
}
