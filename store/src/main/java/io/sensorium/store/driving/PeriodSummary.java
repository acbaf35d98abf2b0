package io.sensorium.store.driving;

import io.sensorium.core.driving.PeriodScores;
import io.sensorium.core.driving.ScorePeriod;
import java.time.LocalDate;

/**
 * The scores of one period.
 *
 * @param firstDay of no meaning for {@link ScorePeriod#ALL}
 */
public record PeriodSummary(ScorePeriod period, LocalDate firstDay, PeriodScores scores) {

  public PeriodSummary {
    if (!period.canStartOn(firstDay)) {
      throw new IllegalArgumentException("no " + period + " begins on " + firstDay);
    }
  }
}
