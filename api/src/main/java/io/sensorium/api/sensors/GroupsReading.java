package io.sensorium.api.sensors;

import io.sensorium.api.common.JsonBytes;
import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.api.sensors.json.MeasurementJson;
import io.sensorium.api.sensors.parameter.Fill;
import io.sensorium.api.sensors.parameter.Parameters;
import io.sensorium.api.sensors.parameter.Period;
import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.series.grouping.Grouping;
import io.sensorium.store.measurement.Group;
import io.sensorium.store.measurement.Measurements;
import java.time.ZoneId;
import java.util.List;

/**
 * {@code type=range[&ticks=50][&interval=60][&fill=blank|linear]}: means and extremes of the groups
 * of a period, and the width of the groups in minutes.
 */
final class GroupsReading implements MeasurementReading {

  /** So many groups may be asked for, those of all sources together. */
  static final int MAX_GROUPS = 500_000;

  private static final long MAX_MINUTES = 1L << 31;
  private static final long MAX_TICKS = 1_000_000_000;

  private final Measurements measurements;
  private final Keeping keeping;
  private final DateStyle dates;

  GroupsReading(Measurements measurements, Keeping keeping, DateStyle dates) {
    this.measurements = measurements;
    this.keeping = keeping;
    this.dates = dates;
  }

  @Override
  public Answer read(Call call, List<DataSource> sources) {
    var period = Period.read(call.parameters(), call.now());
    var fill = Fill.read(call.parameters());
    var grouping =
        grouping(call.parameters(), period, call.subject().zone(), MAX_GROUPS / sources.size());
    int maxAge = keeping.maxAge(period, sources, call.now());
    var bounds = grouping.bounds(period.fromMicros(), period.toMicros());
    var map = new MeasurementMap(sources.size() * MeasurementJson.ROW_LENGTH);
    for (var source : sources) {
      var groups = measurements.listGroups(source.id(), bounds);
      if (!groups.isEmpty()) {
        new Rows(map.source(source.id()), grouping, bounds, groups).write(fill);
      }
    }
    return Answer.keptFor(maxAge, map.endWith("interval", Long.toString(grouping.minutes())));
  }

  static Grouping grouping(Parameters parameters, Period period, ZoneId zone, int maxGroups) {
    long from = period.fromMicros();
    long to = period.toMicros();
    var minutes = parameters.findWhole("interval", 1, MAX_MINUTES);
    var ticks = parameters.findWhole("ticks", 1, MAX_TICKS);
    if (minutes.isEmpty()) {
      return ticks
          .map(wished -> Grouping.nearest(from, to, Math.min(wished, maxGroups / 2), zone))
          .orElseGet(() -> Grouping.automatic(from, to, zone));
    }
    var grouping = new Grouping(minutes.get(), zone);
    if (from < to && grouping.count(from, to) > maxGroups) {
      throw Parameters.invalid(
          "interval", "gives more than " + maxGroups + " groups; ask for a shorter period");
    }
    return grouping;
  }

  /** The rows of one source. */
  private final class Rows {

    private final JsonBytes json;
    private final Grouping grouping;
    private final long[] bounds;
    private final List<Group> groups;
    private boolean hasRow;

    Rows(JsonBytes json, Grouping grouping, long[] bounds, List<Group> groups) {
      this.json = json;
      this.grouping = grouping;
      this.bounds = bounds;
      this.groups = groups;
    }

    void write(Fill fill) {
      json.append('[');
      switch (fill) {
        case NONE -> groups.forEach(this::group);
        case BLANK -> blank();
        case LINEAR -> linear();
      }
      json.append(']');
    }

    /** Every group of the period, with nothing where there is nothing. */
    private void blank() {
      int next = 0;
      for (int i = 0; i + 1 < bounds.length; i++) {
        if (next < groups.size() && groups.get(next).startMicros() == bounds[i]) {
          group(groups.get(next++));
        } else {
          empty(bounds[i], Double.NaN, MeasurementType.BLANK);
        }
      }
    }

    /** From the first group to the last; those without values lie on a line between neighbours. */
    private void linear() {
      int next = 0;
      for (int i = 0; next < groups.size(); i++) {
        if (groups.get(next).startMicros() == bounds[i]) {
          group(groups.get(next++));
        } else if (next > 0) {
          double value = between(groups.get(next - 1), groups.get(next), bounds[i]);
          empty(bounds[i], value, MeasurementType.INTERPOLATED);
        }
      }
    }

    private double between(Group before, Group after, long micros) {
      long start = startOf(before.startMicros());
      double share = (double) (micros - start) / (after.startMicros() - start);
      return before.mean() + share * (after.mean() - before.mean());
    }

    private void group(Group group) {
      separate();
      MeasurementJson.group(
          json,
          dates,
          startOf(group.startMicros()),
          group.mean(),
          group.min(),
          group.max(),
          group.count());
    }

    private void empty(long startMicros, double value, MeasurementType type) {
      separate();
      MeasurementJson.emptyGroup(json, dates, startOf(startMicros), value, type);
    }

    /** When a group would begin if the first one were not cut to the period. */
    private long startOf(long startMicros) {
      return startMicros == bounds[0] ? grouping.startOf(startMicros) : startMicros;
    }

    private void separate() {
      if (hasRow) {
        json.append(',');
      }
      hasRow = true;
    }
  }
}
