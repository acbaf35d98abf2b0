package io.sensorium.benchmarks.alarms;

import io.sensorium.benchmarks.report.Progress;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/**
 * Real series as history, and the sensor API's answers beside what the rows of the file say.
 *
 * @param compared figures
 * @param different those that are not the same
 */
record SeriesPart(String serial, int rows, int compared, int different) {

  private static final Duration TOLD_IN = Duration.ofDays(90);
  private static final int DAY_MINUTES = 1_440;
  private static final double ROUNDING = 1e-9;
  private static final AlarmRule STUFFY = new AlarmRule(1_000, 0, Duration.ofMinutes(5));

  static List<SeriesPart> run(List<RealSeries> series, Watch watch, Progress bar)
      throws IOException {
    var parts = new ArrayList<SeriesPart>();
    for (var each : series) {
      watch.pair(each.serial(), each.quantity(), each.interval());
      watch.upload(each.serial(), each.quantity(), each.rows());
      parts.add(new Comparison(each, watch).run());
      bar.advance();
    }
    return parts;
  }

  /** Counts what was compared and what was different. */
  private static final class Comparison {

    private final RealSeries series;
    private final Watch watch;
    private final long source;
    private final Instant from;
    private final Instant to;
    private int compared;
    private int different;

    Comparison(RealSeries series, Watch watch) {
      this.series = series;
      this.watch = watch;
      source = watch.source(series.serial());
      from = series.rows().getFirst().date();
      to = series.rows().getLast().date().plusSeconds(1);
    }

    SeriesPart run() throws IOException {
      compareRows();
      compareExtremes();
      compareDays();
      if (Duration.between(from, to).compareTo(TOLD_IN) < 0) {
        compareTriggers();
      }
      return new SeriesPart(series.serial(), series.rows().size(), compared, different);
    }

    private void same(Object expected, Object answered) {
      compared++;
      if (!Objects.equals(expected, answered)) {
        different++;
      }
    }

    private void same(double expected, double answered) {
      compared++;
      if (Math.abs(expected - answered) > ROUNDING * Math.max(1, Math.abs(expected))) {
        different++;
      }
    }

    private JsonNode measurements(String query) throws IOException {
      return watch.call("/v1/measurements?data_sources=" + source + "&" + query, "");
    }

    private JsonNode ofSource(JsonNode answer) {
      return answer.required("measurements").path(Long.toString(source));
    }

    private void compareRows() throws IOException {
      var answered = new ArrayList<JsonNode>();
      var next = "";
      do {
        var page = measurements("type=raw&from=%s&to=%s%s".formatted(from, to, next));
        ofSource(page).forEach(answered::add);
        next = page.has("next") ? "&offset=" + page.required("next").asString() : "";
      } while (!next.isEmpty());
      same(series.rows().size(), answered.size());
      for (int i = 0; i < Math.min(answered.size(), series.rows().size()); i++) {
        var row = series.rows().get(i);
        same(row.date(), ApiDates.parse(answered.get(i).required("date").asString()));
        same(row.value(), answered.get(i).required("value").asDouble());
      }
    }

    private void compareExtremes() throws IOException {
      var answer = ofSource(measurements("type=min_max&from=%s&to=%s".formatted(from, to)));
      var byValue = Comparator.comparingDouble(Row::value);
      var least = series.rows().stream().min(byValue).orElseThrow();
      var most = series.rows().stream().max(byValue.thenComparing(firstWins())).orElseThrow();
      same(least.value(), answer.required("min").required("value").asDouble());
      same(least.date(), ApiDates.parse(answer.required("min").required("date").asString()));
      same(most.value(), answer.required("max").required("value").asDouble());
      same(most.date(), ApiDates.parse(answer.required("max").required("date").asString()));
    }

    private static Comparator<Row> firstWins() {
      return Comparator.comparing(Row::date).reversed();
    }

    private void compareDays() throws IOException {
      var query = "type=range&from=%s&to=%s&interval=%d".formatted(from, to, DAY_MINUTES);
      for (var group : ofSource(measurements(query))) {
        var begin = ApiDates.parse(group.required("date").asString());
        var end = begin.plus(Duration.ofMinutes(DAY_MINUTES));
        var values =
            series.rows().stream()
                .filter(row -> !row.date().isBefore(begin) && row.date().isBefore(end))
                .mapToDouble(Row::value)
                .summaryStatistics();
        same((double) values.getCount(), group.required("count").asDouble());
        same(values.getMin(), group.required("min").asDouble());
        same(values.getMax(), group.required("max").asDouble());
        same(values.getAverage(), group.required("value").asDouble());
      }
    }

    private void compareTriggers() throws IOException {
      same(expectedTriggers(), watch.tryOut(series.serial(), STUFFY, from, to).reversed());
    }

    /** From the first value above to the first that is not, if that lasts. */
    private List<Instant> expectedTriggers() {
      var triggers = new ArrayList<Instant>();
      Instant since = null;
      boolean told = false;
      for (var row : series.rows()) {
        if (since != null && !told && !row.date().isBefore(since.plus(STUFFY.delay()))) {
          triggers.add(since.plus(STUFFY.delay()));
          told = true;
        }
        if (row.value() <= STUFFY.above()) {
          since = null;
          told = false;
        } else if (since == null) {
          since = row.date();
        }
      }
      return triggers;
    }
  }
}
