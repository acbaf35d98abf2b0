package io.sensorium.api.sensors;

import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.MeasurementType;
import io.sensorium.core.measurement.Series;
import io.sensorium.store.measurement.Appended;
import io.sensorium.store.measurement.Extremes;
import io.sensorium.store.measurement.GatewayBatch;
import io.sensorium.store.measurement.Group;
import io.sensorium.store.measurement.Measurement;
import io.sensorium.store.measurement.Measurements;
import io.sensorium.store.measurement.MeasurementsStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;

/** Measurements in maps. */
@NullMarked
final class MemoryMeasurements implements Measurements {

  private static final Comparator<Measurement> BY_DATE =
      Comparator.comparingLong(Measurement::timeMicros).thenComparingLong(m -> m.source().value());
  private static final Comparator<Measurement> BY_SEQ =
      Comparator.comparingLong(Measurement::seq).thenComparingLong(m -> m.source().value());

  private static final TreeMap<Long, Measurement> NONE = new TreeMap<>();

  private final Map<SourceId, TreeMap<Long, Measurement>> rows = new java.util.HashMap<>();
  private long lastSeq = 1_789_318_746_316_133L;

  @Override
  public synchronized Appended append(GatewayBatch batch) {
    long first = lastSeq + 1;
    for (var part : batch.parts()) {
      var own = rows.computeIfAbsent(part.source(), _ -> new TreeMap<>());
      for (int i = 0; i < part.rows().size(); i++) {
        long time = part.rows().timeMicros(i);
        double value = part.rows().value(i);
        var old = own.get(time);
        if (old == null || old.value() != value) {
          own.put(
              time,
              new Measurement(part.source(), time, value, part.rows().typeCode(i), ++lastSeq));
        }
      }
    }
    return new Appended(first, lastSeq, false);
  }

  @Override
  public synchronized Map<SourceId, Measurement> findLatest(Collection<SourceId> sources) {
    return sources.stream()
        .map(source -> rows.getOrDefault(source, NONE).lastEntry())
        .filter(Objects::nonNull)
        .map(Map.Entry::getValue)
        .collect(Collectors.toMap(Measurement::source, Function.identity()));
  }

  @Override
  public Optional<Extremes> findExtremes(SourceId source, long from, long to) {
    var values = values(source, from, to);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    var least = values.stream().min(Comparator.comparingDouble(Measurement::value)).orElseThrow();
    var greatest =
        values.reversed().stream()
            .max(Comparator.comparingDouble(Measurement::value))
            .orElseThrow();
    for (var row : values) {
      if (row.value() == greatest.value()) {
        greatest = row;
        break;
      }
    }
    return Optional.of(
        new Extremes(least.value(), least.timeMicros(), greatest.value(), greatest.timeMicros()));
  }

  @Override
  public List<Group> listGroups(SourceId source, long[] bounds) {
    var groups = new ArrayList<Group>();
    for (int i = 0; i + 1 < bounds.length; i++) {
      var values = values(source, bounds[i], bounds[i + 1]);
      if (!values.isEmpty()) {
        var sum = values.stream().mapToDouble(Measurement::value).summaryStatistics();
        groups.add(
            new Group(bounds[i], sum.getCount(), sum.getMin(), sum.getMax(), sum.getAverage()));
      }
    }
    return groups;
  }

  @Override
  public Series read(SourceId source, long from, long to) {
    var series = Series.builder(8);
    for (var row : list(List.of(source), row -> isWithin(row, from, to), BY_DATE)) {
      series.add(row.timeMicros(), row.value(), row.typeCode(), row.seq());
    }
    return series.build();
  }

  @Override
  public List<Measurement> listByDate(
      Collection<SourceId> sources, long from, long to, Optional<Measurement> after, int limit) {
    return list(
            sources,
            row ->
                isWithin(row, from, to)
                    && (after.isEmpty() || BY_DATE.compare(row, after.get()) > 0),
            BY_DATE)
        .stream()
        .limit(limit)
        .toList();
  }

  @Override
  public List<Measurement> listBySeq(
      Collection<SourceId> sources, long from, long to, Optional<Measurement> after, int limit) {
    return list(
            sources,
            row ->
                row.seq() >= from
                    && row.seq() <= to
                    && (after.isEmpty() || BY_SEQ.compare(row, after.get()) > 0),
            BY_SEQ)
        .stream()
        .limit(limit)
        .toList();
  }

  @Override
  public long delete(SourceId source, long from, long to) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void deleteSource(SourceId source) {
    throw new UnsupportedOperationException();
  }

  @Override
  public synchronized long lastSeq() {
    return lastSeq;
  }

  @Override
  public void seal() {}

  @Override
  public MeasurementsStatus status() {
    return new MeasurementsStatus(lastSeq, 0, 0, 0, 0);
  }

  private List<Measurement> values(SourceId source, long from, long to) {
    return list(
        List.of(source),
        row -> isWithin(row, from, to) && row.typeCode() != MeasurementType.BLANK.code(),
        BY_DATE);
  }

  private static boolean isWithin(Measurement row, long from, long to) {
    return row.timeMicros() >= from && row.timeMicros() < to;
  }

  private synchronized List<Measurement> list(
      Collection<SourceId> sources, Predicate<Measurement> wanted, Comparator<Measurement> order) {
    return sources.stream()
        .flatMap(source -> rows.getOrDefault(source, NONE).values().stream())
        .filter(wanted)
        .sorted(order)
        .toList();
  }
}
