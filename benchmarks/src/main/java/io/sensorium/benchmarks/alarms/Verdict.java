package io.sensorium.benchmarks.alarms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the triggers of an alarm on one mote are worth.
 *
 * @param events labelled ones
 * @param raised events that were told once, from their begin up to their end and the delay
 * @param wrong triggers that are of no event, or tell one again
 * @param secondsAfterBegin of each event that was raised
 */
record Verdict(String mote, int events, int raised, int wrong, List<Long> secondsAfterBegin) {

  Verdict {
    secondsAfterBegin = List.copyOf(secondsAfterBegin);
  }

  /**
   * Compares triggers with labels.
   *
   * @param start of the mote's first reading
   */
  static Verdict of(Mote mote, Instant start, List<Instant> triggers, AlarmRule rule) {
    int raised = 0;
    int right = 0;
    var after = new ArrayList<Long>();
    for (var event : mote.events()) {
      var begin = start.plus(Mote.STEP.multipliedBy(event.first()));
      var end = start.plus(Mote.STEP.multipliedBy(event.end())).plus(rule.delay());
      var told = triggers.stream().filter(at -> !at.isBefore(begin) && at.isBefore(end)).toList();
      if (!told.isEmpty()) {
        raised++;
        right++;
        after.add(told.getFirst().getEpochSecond() - begin.getEpochSecond());
      }
    }
    return new Verdict(mote.serial(), mote.events().size(), raised, triggers.size() - right, after);
  }
}
