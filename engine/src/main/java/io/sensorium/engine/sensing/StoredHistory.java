package io.sensorium.engine.sensing;

import io.sensorium.analysis.alarm.AlarmHistory;
import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.id.AlarmId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.Series;
import io.sensorium.store.alarm.AlarmTracks;
import io.sensorium.store.alarm.LoggedTransition;
import io.sensorium.store.measurement.Measurements;
import java.util.List;
import java.util.Optional;

/** What an alarm's derivation reads, from the store. */
record StoredHistory(Measurements measurements, AlarmTracks tracks, AlarmId alarm, SourceId source)
    implements AlarmHistory {

  @Override
  public Series read(long fromMicros, long toMicros) {
    return measurements.read(source, fromMicros, toMicros);
  }

  @Override
  public Series readFrom(long fromMicros, int limit) {
    var page =
        measurements.listByDate(
            List.of(source), fromMicros, Long.MAX_VALUE, Optional.empty(), limit);
    var rows = Series.builder(page.size());
    page.forEach(row -> rows.add(row.timeMicros(), row.value(), row.typeCode(), row.seq()));
    return rows.build();
  }

  @Override
  public Optional<AlarmTransition> findTransitionBefore(long timeMicros) {
    return tracks.findTransitionBefore(alarm, timeMicros);
  }

  @Override
  public List<AlarmTransition> listTransitions(long fromMicros, long toMicros) {
    return tracks.listTransitions(alarm, fromMicros, toMicros).stream()
        .map(LoggedTransition::transition)
        .toList();
  }
}
