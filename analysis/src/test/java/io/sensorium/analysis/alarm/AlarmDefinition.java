package io.sensorium.analysis.alarm;

import io.sensorium.core.alarm.AlarmCondition;
import io.sensorium.core.alarm.AlarmEvent;
import io.sensorium.core.alarm.AlarmTerms;
import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.time.Micros;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.DoublePredicate;
import org.jspecify.annotations.Nullable;

/** What an alarm's log is by definition: slow, and written apart from the fold. */
final class AlarmDefinition {

  private final List<AlarmTerms> terms;
  private final TreeMap<Long, Double> values = new TreeMap<>();
  private final long tickMicros;
  private final List<AlarmTransition> log = new ArrayList<>();

  AlarmDefinition(List<AlarmTerms> terms, NavigableMap<Long, Double> values, long tickMicros) {
    this.terms = terms;
    this.tickMicros = tickMicros;
    values.forEach(
        (time, value) -> {
          if (!Double.isNaN(value)) {
            this.values.put(time, value);
          }
        });
  }

  List<AlarmTransition> log() {
    for (int i = 0; i < terms.size(); i++) {
      var each = terms.get(i);
      if (each.enabled()) {
        var end = i + 1 < terms.size() ? Micros.of(terms.get(i + 1).from()) : Long.MAX_VALUE;
        logTerms(each.condition(), values.subMap(Micros.of(each.from()), true, end, false), end);
      }
    }
    return log;
  }

  private void logTerms(
      AlarmCondition condition, NavigableMap<Long, Double> rows, long termsEndMicros) {
    var begin = first(rows, condition::exceeds);
    while (begin.isPresent()) {
      var rest = rows.tailMap(begin.get(), false);
      var within = first(rest, condition::endsExcess);
      logExcess(condition, rows, begin.get(), within.orElse(termsEndMicros), within.isPresent());
      begin =
          within.isEmpty()
              ? Optional.empty()
              : first(rows.tailMap(within.get(), false), condition::exceeds);
    }
  }

  private void logExcess(
      AlarmCondition condition,
      NavigableMap<Long, Double> rows,
      long begin,
      long end,
      boolean endsByValue) {
    long due = begin + condition.delay().toNanos() / 1_000;
    if (due >= end || due > knownMicros()) {
      return;
    }
    add(AlarmEvent.TRIGGERED, due, rows.floorEntry(due).getValue(), condition, null);
    if (end < Long.MAX_VALUE) {
      double value = endsByValue ? rows.floorEntry(end).getValue() : rows.lastEntry().getValue();
      add(AlarmEvent.RECOVERED, end, value, condition, Micros.toDuration(end - due));
    }
  }

  private long knownMicros() {
    long lastValue = values.isEmpty() ? Long.MIN_VALUE : values.lastKey();
    return Math.max(Math.max(tickMicros, lastValue), Micros.of(terms.getLast().from()));
  }

  private static Optional<Long> first(NavigableMap<Long, Double> rows, DoublePredicate wanted) {
    return rows.entrySet().stream()
        .filter(entry -> wanted.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private void add(
      AlarmEvent event,
      long micros,
      double value,
      AlarmCondition condition,
      @Nullable Duration duration) {
    log.add(new AlarmTransition(event, Micros.toInstant(micros), value, condition, duration));
  }
}
