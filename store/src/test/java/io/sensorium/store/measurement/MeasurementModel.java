package io.sensorium.store.measurement;

import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.Series;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** What measurements are by definition, kept in trees. */
final class MeasurementModel {

  private final Map<SourceId, TreeMap<Long, Measurement>> rows = new HashMap<>();

  void append(GatewayBatch batch, Appended appended) {
    var columns = batch.rows();
    for (int source = 0; source < columns.sourceCount(); source++) {
      var id = new SourceId(columns.sourceId(source));
      for (int row = columns.firstRow(source); row < columns.endRow(source); row++) {
        put(
            new Measurement(
                id,
                columns.timeMicros(row),
                columns.value(row),
                columns.typeCode(row),
                appended.firstSeq() + row));
      }
    }
  }

  private void put(Measurement row) {
    var tree = rows.computeIfAbsent(row.source(), _ -> new TreeMap<>());
    var known = tree.get(row.timeMicros());
    boolean same =
        known != null
            && Double.compare(known.value(), row.value()) == 0
            && known.typeCode() == row.typeCode();
    if (!same) {
      tree.put(row.timeMicros(), row);
    }
  }

  long delete(SourceId source, long from, long to) {
    var period = period(source, from, to);
    long count = period.size();
    period.clear();
    return count;
  }

  Map<SourceId, Measurement> latest(Collection<SourceId> sources) {
    var latest = new HashMap<SourceId, Measurement>();
    for (var source : sources) {
      var tree = rows.get(source);
      if (tree != null && !tree.isEmpty()) {
        latest.put(source, tree.lastEntry().getValue());
      }
    }
    return latest;
  }

  Series read(SourceId source, long from, long to) {
    var series = Series.builder(16);
    period(source, from, to)
        .values()
        .forEach(row -> series.add(row.timeMicros(), row.value(), row.typeCode(), row.seq()));
    return series.build();
  }

  Optional<Extremes> extremes(SourceId source, long from, long to) {
    var order = Comparator.comparingDouble(Measurement::value);
    var values = values(source, from, to);
    var min = values.stream().min(order.thenComparingLong(Measurement::timeMicros));
    var max = values.stream().min(order.reversed().thenComparingLong(Measurement::timeMicros));
    return min.map(
        least ->
            new Extremes(
                least.value(),
                least.timeMicros(),
                max.orElseThrow().value(),
                max.orElseThrow().timeMicros()));
  }

  List<Group> groups(SourceId source, long[] bounds) {
    var groups = new ArrayList<Group>();
    for (int i = 0; i + 1 < bounds.length; i++) {
      long start = bounds[i];
      var values = values(source, start, bounds[i + 1]);
      extremes(source, start, bounds[i + 1])
          .ifPresent(
              e -> groups.add(new Group(start, values.size(), e.min(), e.max(), mean(values))));
    }
    return groups;
  }

  List<Measurement> all(Collection<SourceId> sources, long from, long to) {
    return sources.stream().flatMap(source -> period(source, from, to).values().stream()).toList();
  }

  private List<Measurement> values(SourceId source, long from, long to) {
    return period(source, from, to).values().stream()
        .filter(row -> !Double.isNaN(row.value()))
        .toList();
  }

  /** Of decimals as they are written. */
  private static double mean(List<Measurement> values) {
    var sum =
        values.stream()
            .map(row -> BigDecimal.valueOf(row.value()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.divide(BigDecimal.valueOf(values.size()), new MathContext(25)).doubleValue();
  }

  private NavigableMap<Long, Measurement> period(SourceId source, long from, long to) {
    var tree = rows.computeIfAbsent(source, _ -> new TreeMap<>());
    return from >= to ? new TreeMap<>() : tree.subMap(from, true, to, false);
  }
}
