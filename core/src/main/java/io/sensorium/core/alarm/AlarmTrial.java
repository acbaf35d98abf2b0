package io.sensorium.core.alarm;

import java.time.Duration;
import java.util.List;

/**
 * What an alarm would have done in a time that is past.
 *
 * @param log triggered and recovered, oldest first
 * @param triggeredCount how often it would have been triggered
 * @param activeFor how long it would have been active, all in all, up to the end of that time
 */
public record AlarmTrial(List<AlarmTransition> log, int triggeredCount, Duration activeFor) {

  public AlarmTrial {
    log = List.copyOf(log);
  }
}
