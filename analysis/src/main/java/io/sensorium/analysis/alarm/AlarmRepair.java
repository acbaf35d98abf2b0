package io.sensorium.analysis.alarm;

import io.sensorium.core.alarm.AlarmEvent;
import io.sensorium.core.alarm.AlarmHead;
import io.sensorium.core.alarm.AlarmTransition;
import io.sensorium.core.measurement.Series;
import io.sensorium.core.time.Micros;
import java.util.Optional;

/** Derives an alarm anew around measurements that are new, corrected or gone. */
final class AlarmRepair {
  /*
   * Reads back, by windows that grow, to where the state is certain, and on, by pages, to where it is
   * certain again: a value within; or, in a long excess, what the log says before the first change,
   * and on its far side the excess that is in the log already.
   */

  private static final long FIRST_WINDOW_MICROS = Micros.PER_HOUR;
  private static final long LONGEST_WINDOW_MICROS = 16 * Micros.PER_DAY;
  private static final int GROWTH = 4;

  private final TermsInForce terms;
  private final AlarmHistory history;
  private final int pageRows;

  AlarmRepair(TermsInForce terms, AlarmHistory history, int pageRows) {
    this.terms = terms;
    this.history = history;
    this.pageRows = pageRows;
  }

  Derived run(Optional<AlarmHead> head, long firstMicros, long lastMicros, long tickMicros) {
    var start = startBefore(firstMicros);
    var run = new AlarmRun(terms, start);
    long from = start.lastTimeMicros() + 1;
    long certainBefore = head.map(AlarmHead::lastTimeMicros).orElse(Long.MIN_VALUE);
    var rows = history.readFrom(from, pageRows);
    while (!rows.isEmpty()) {
      long stop = addUntilCertain(run, rows, lastMicros, certainBefore);
      if (stop < certainBefore) {
        return new Derived(head.orElseThrow(), run.transitions(), from, stop + 1);
      }
      long next = rows.timeMicros(rows.size() - 1) + 1;
      boolean past = run.head().lastTimeMicros() > lastMicros && next <= certainBefore;
      if (past && isAsLogged(run.head(), start, from, next)) {
        return new Derived(head.orElseThrow(), run.transitions(), from, next);
      }
      rows = rows.size() < pageRows ? Series.EMPTY : history.readFrom(next, pageRows);
    }
    run.settle(terms.knownMicros(run.head(), tickMicros));
    return new Derived(run.head(), run.transitions(), from, Long.MAX_VALUE);
  }

  /** Adds rows up to one after which nothing can be other than it was; tells its date. */
  private long addUntilCertain(AlarmRun run, Series rows, long lastMicros, long certainBefore) {
    for (int i = 0; i < rows.size(); i++) {
      if (!AlarmFold.hasValue(rows, i)) {
        continue;
      }
      long time = rows.timeMicros(i);
      run.add(time, rows.value(i));
      if (time > lastMicros && time < certainBefore && terms.forgets(time, rows.value(i))) {
        return time;
      }
    }
    return Long.MAX_VALUE;
  }

  /** Whether the log has the same alarm active at the end of a page, for the same excess. */
  private boolean isAsLogged(AlarmHead now, AlarmHead start, long fromMicros, long toMicros) {
    if (!now.active()) {
      return false;
    }
    var logged = history.listTransitions(fromMicros, toMicros);
    if (logged.isEmpty()) {
      return start.active() && start.excessSinceMicros() == now.excessSinceMicros();
    }
    var last = logged.getLast();
    return last.event() == AlarmEvent.TRIGGERED
        && excessSinceMicros(last) == now.excessSinceMicros();
  }

  /** Where the fold stood at some date before one that nothing changed before. */
  private AlarmHead startBefore(long timeMicros) {
    int index = terms.indexAt(timeMicros - 1);
    long begin = terms.startMicros(index);
    var last = history.findTransitionBefore(timeMicros);
    long lastAt = last.map(each -> Micros.of(each.date())).orElse(Long.MIN_VALUE);
    if (lastAt >= begin && last.orElseThrow().event() == AlarmEvent.TRIGGERED) {
      return activeBefore(timeMicros, last.get());
    }
    if (lastAt > begin) { // a value ended it, and is where the fold forgot
      return lastForgetting(lastAt + 1, timeMicros).orElse(AlarmHead.normalAt(lastAt));
    }
    var forgetting = lastForgetting(begin, timeMicros);
    if (forgetting.isEmpty()
        && index > 0) { // so that what the change of terms ended is found again
      return startBefore(begin);
    }
    return forgetting.orElse(AlarmHead.normalAt(begin - 1));
  }

  private AlarmHead activeBefore(long timeMicros, AlarmTransition triggered) {
    long since = excessSinceMicros(triggered);
    double value = triggered.value();
    long window = FIRST_WINDOW_MICROS;
    for (long to = timeMicros; to > since; to -= window, window = grown(window)) {
      var rows = history.read(Math.max(since, to - window), to);
      for (int i = rows.size() - 1; i >= 0; i--) {
        if (AlarmFold.hasValue(rows, i)) {
          return new AlarmHead(timeMicros - 1, since, rows.value(i), true);
        }
      }
    }
    return new AlarmHead(timeMicros - 1, since, value, true);
  }

  private Optional<AlarmHead> lastForgetting(long fromMicros, long toMicros) {
    long window = FIRST_WINDOW_MICROS;
    for (long to = toMicros; to > fromMicros; to -= window, window = grown(window)) {
      var rows = history.read(Math.max(fromMicros, to - window), to);
      for (int i = rows.size() - 1; i >= 0; i--) {
        if (AlarmFold.hasValue(rows, i) && terms.forgets(rows.timeMicros(i), rows.value(i))) {
          return Optional.of(AlarmHead.normalAt(rows.timeMicros(i)));
        }
      }
    }
    return Optional.empty();
  }

  private static long excessSinceMicros(AlarmTransition triggered) {
    return Micros.of(triggered.date()) - Micros.of(triggered.condition().delay());
  }

  private static long grown(long windowMicros) {
    return Math.min(LONGEST_WINDOW_MICROS, windowMicros * GROWTH);
  }
}
