package io.sensorium.analysis.alarm;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmEvent;
import io.sensorium.core.alarm.AlarmTerms;
import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.alarm.AlarmTrial;
import io.sensorium.core.measurement.Series;
import io.sensorium.core.time.Micros;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Tells what an alarm would have done, had it been there. */
public final class AlarmDryRun {

  /** The longest time that one may ask for. */
  public static final Duration LONGEST = Duration.ofDays(90);

  private AlarmDryRun() {}

  /**
   * Runs a condition over measurements.
   *
   * @param from when the alarm would have been made
   * @param to an alarm that is active then counts up to it
   */
  public static AlarmTrial run(AlarmCondition condition, Series rows, Instant from, Instant to) {
    if (to.isBefore(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("not a time of up to 90 days: " + from + " to " + to);
    }
    var fold = new AlarmFold(List.of(new AlarmTerms(from, condition, true)));
    var log = fold.extend(fold.begin(), before(rows, Micros.of(to)), Micros.of(to)).transitions();
    return new AlarmTrial(log, count(log), activeFor(log, to));
  }

  private static Series before(Series rows, long toMicros) {
    int size = rows.indexFrom(toMicros);
    var builder = Series.builder(size);
    for (int i = 0; i < size; i++) {
      builder.add(rows.timeMicros(i), rows.value(i), rows.typeCode(i), rows.seq(i));
    }
    return builder.build();
  }

  private static int count(List<AlarmTransition> log) {
    return (int) log.stream().filter(each -> each.event() == AlarmEvent.TRIGGERED).count();
  }

  private static Duration activeFor(List<AlarmTransition> log, Instant to) {
    var sum = Duration.ZERO;
    for (var each : log) {
      sum = each.duration() == null ? sum : sum.plus(each.duration());
    }
    boolean lasts = !log.isEmpty() && log.getLast().event() == AlarmEvent.TRIGGERED;
    return lasts ? sum.plus(Duration.between(log.getLast().date(), to)) : sum;
  }
}
