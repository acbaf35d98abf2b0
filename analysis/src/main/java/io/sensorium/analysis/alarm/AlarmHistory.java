package io.sensorium.analysis.alarm;

import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.measurement.Series;
import java.util.List;
import java.util.Optional;

/** What an alarm's derivation may ask for: the measurements as they are now, and its own log. */
public interface AlarmHistory {

  /** Measurements from one date up to, and without, another. */
  Series read(long fromMicros, long toMicros);

  /** The first measurements from a date on, at most {@code limit}; fewer when there are no more. */
  Series readFrom(long fromMicros, int limit);

  /** The last logged transition before a date. */
  Optional<AlarmTransition> findTransitionBefore(long timeMicros);

  /** Logged transitions from one date up to, and without, another; oldest first. */
  List<AlarmTransition> listTransitions(long fromMicros, long toMicros);
}
