package io.sensorium.analysis.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.core.alarm.AlarmHead;
import io.sensorium.core.alarm.AlarmTerms;
import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.measurement.Series;
import io.sensorium.core.time.Micros;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Measurements and log of one alarm in memory, kept up to date as the engine does. */
final class AlarmBook implements AlarmHistory {

  private static final int PAGE_ROWS = 7; // so few that there are several pages

  private final TreeMap<Long, Double> rows = new TreeMap<>();
  private final List<AlarmTransition> log = new ArrayList<>();
  private AlarmFold fold;
  private List<AlarmTerms> terms;
  private AlarmHead head;
  private long tickMicros = Long.MIN_VALUE;

  AlarmBook(List<AlarmTerms> terms) {
    this.terms = List.copyOf(terms);
    fold = new AlarmFold(terms, PAGE_ROWS);
    head = fold.begin();
  }

  void arrive(SortedMap<Long, Double> arrived) {
    rows.putAll(arrived);
    if (arrived.isEmpty()) {
      return;
    }
    if (fold.follows(head, arrived.firstKey())) {
      apply(fold.extend(head, series(arrived), tickMicros));
    } else {
      repair(arrived.firstKey(), arrived.lastKey());
    }
  }

  void tick(long micros) {
    tickMicros = Math.max(tickMicros, micros);
    apply(fold.extend(head, Series.EMPTY, tickMicros));
  }

  void delete(long fromMicros, long toMicros) {
    rows.subMap(fromMicros, toMicros).clear();
    repair(fromMicros, toMicros - 1);
  }

  void change(List<AlarmTerms> changed) {
    if (changed.size() == terms.size()) {
      return;
    }
    long firstNew = Micros.of(changed.get(terms.size()).from());
    terms = List.copyOf(changed);
    fold = new AlarmFold(changed, PAGE_ROWS);
    repair(firstNew, Long.MAX_VALUE);
  }

  /** What is in memory is lost; head and log come back from disk as they were. */
  void restart() {
    fold = new AlarmFold(terms, PAGE_ROWS);
    head =
        new AlarmHead(
            head.lastTimeMicros(), head.excessSinceMicros(), head.excessValue(), head.active());
  }

  List<AlarmTransition> log() {
    return log;
  }

  private void repair(long firstMicros, long lastMicros) {
    apply(fold.repair(Optional.of(head), firstMicros, lastMicros, this, tickMicros));
  }

  private void apply(Derived derived) {
    log.removeIf(
        each ->
            Micros.of(each.date()) >= derived.fromMicros()
                && Micros.of(each.date()) < derived.toMicros());
    log.addAll(derived.transitions());
    log.sort(Comparator.comparing(AlarmTransition::date));
    assertThat(log).doesNotHaveDuplicates();
    head = derived.head();
  }

  @Override
  public Series read(long fromMicros, long toMicros) {
    return series(rows.subMap(fromMicros, toMicros));
  }

  @Override
  public Series readFrom(long fromMicros, int limit) {
    var page = new TreeMap<Long, Double>();
    rows.tailMap(fromMicros).entrySet().stream()
        .limit(limit)
        .forEach(entry -> page.put(entry.getKey(), entry.getValue()));
    return series(page);
  }

  @Override
  public Optional<AlarmTransition> findTransitionBefore(long timeMicros) {
    return log.stream()
        .filter(each -> Micros.of(each.date()) < timeMicros)
        .max(Comparator.comparing(AlarmTransition::date));
  }

  @Override
  public List<AlarmTransition> listTransitions(long fromMicros, long toMicros) {
    return log.stream()
        .filter(each -> Micros.of(each.date()) >= fromMicros)
        .filter(each -> Micros.of(each.date()) < toMicros)
        .toList();
  }

  private static Series series(SortedMap<Long, Double> values) {
    var series = Series.builder(values.size());
    values.forEach((time, value) -> series.add(time, value, Minutes.type(value), 0));
    return series.build();
  }
}
