package io.sensorium.api.sensors;

import io.sensorium.api.sensors.json.DateStyle;
import io.sensorium.api.sensors.json.MeasurementJson;
import io.sensorium.api.sensors.parameter.Parameters;
import io.sensorium.api.sensors.parameter.Period;
import io.sensorium.api.sensors.parameter.RawOffset;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.sensing.DataSource;
import io.sensorium.store.measurement.Measurement;
import io.sensorium.store.measurement.Measurements;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * {@code type=raw}: stored rows, at most 5,000 of all sources together, of a period by date or,
 * with {@code seq_from} or {@code seq_to}, by sequence number; {@code next} leads to the rest.
 */
final class RawReading implements MeasurementReading {

  static final int PAGE_SIZE = 5_000;

  private final Measurements measurements;
  private final Keeping keeping;
  private final DateStyle dates;

  RawReading(Measurements measurements, Keeping keeping, DateStyle dates) {
    this.measurements = measurements;
    this.keeping = keeping;
    this.dates = dates;
  }

  /** Which rows are asked for; the bounds are as those of {@link RawOffset}. */
  private record Range(boolean bySeq, long fromBound, long toBound, Optional<Measurement> after) {}

  @Override
  public Answer read(Call call, List<DataSource> sources) {
    var range = range(call);
    int maxAge = maxAge(range, call, sources);
    var rows = rows(range, sources.stream().map(DataSource::id).toList());
    boolean isLast = rows.size() <= PAGE_SIZE;
    var page = isLast ? rows : rows.subList(0, PAGE_SIZE);
    var map = write(page, sources);
    if (isLast) {
      return Answer.keptFor(maxAge, map.end());
    }
    var next = RawOffset.after(page.getLast(), range.bySeq(), range.fromBound(), range.toBound());
    return Answer.keptFor(maxAge, map.endWith("next", '"' + next.encode() + '"'));
  }

  private static Range range(Call call) {
    var parameters = call.parameters();
    var offset = RawOffset.read(parameters);
    if (offset.isPresent()) {
      var at = offset.get();
      return new Range(at.bySeq(), at.fromBound(), at.toBound(), Optional.of(at.lastRow()));
    }
    var seqFrom = seq(parameters, "seq_from");
    var seqTo = seq(parameters, "seq_to");
    if (seqFrom.isPresent() || seqTo.isPresent()) {
      return new Range(true, seqFrom.orElse(0L), seqTo.orElse(Long.MAX_VALUE), Optional.empty());
    }
    var period = Period.read(parameters, call.now());
    return new Range(false, period.fromMicros(), period.toMicros(), Optional.empty());
  }

  private static Optional<Long> seq(Parameters parameters, String name) {
    return parameters.findWhole(name, 0, Long.MAX_VALUE);
  }

  private int maxAge(Range range, Call call, List<DataSource> sources) {
    return range.bySeq()
        ? keeping.maxAge(sources, call.now())
        : keeping.maxAge(new Period(range.fromBound(), range.toBound()), sources, call.now());
  }

  /** Up to one more than a page. */
  private List<Measurement> rows(Range range, List<SourceId> sources) {
    int limit = PAGE_SIZE + 1;
    return range.bySeq()
        ? measurements.listBySeq(sources, range.fromBound(), range.toBound(), range.after(), limit)
        : measurements.listByDate(
            sources, range.fromBound(), range.toBound(), range.after(), limit);
  }

  private MeasurementMap write(List<Measurement> rows, List<DataSource> sources) {
    var bySource = new LinkedHashMap<SourceId, List<Measurement>>();
    sources.forEach(source -> bySource.put(source.id(), new ArrayList<>()));
    for (var row : rows) {
      bySource.computeIfAbsent(row.source(), _ -> new ArrayList<>()).add(row);
    }
    var map = new MeasurementMap(rows.size() * MeasurementJson.ROW_LENGTH);
    bySource.forEach((source, own) -> write(map, source, own));
    return map;
  }

  private void write(MeasurementMap map, SourceId source, List<Measurement> rows) {
    if (rows.isEmpty()) {
      return;
    }
    var json = map.source(source).append('[');
    boolean isFirst = true;
    for (var row : rows) {
      if (!isFirst) {
        json.append(',');
      }
      isFirst = false;
      MeasurementJson.row(json, dates, row.timeMicros(), row.value(), row.typeCode(), row.seq());
    }
    json.append(']');
  }
}
