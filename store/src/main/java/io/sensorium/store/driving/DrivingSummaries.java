package io.sensorium.store.driving;

import io.sensorium.core.driving.CarBehavior;
import io.sensorium.core.driving.PeriodScores;
import io.sensorium.core.driving.ScorePeriod;
import io.sensorium.core.id.UserId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * How each person drives over days and weeks.
 *
 * <p>Every implementation passes {@code DrivingSummariesContract}. Safe for use by many threads.
 */
public interface DrivingSummaries {

  /** Empty while nothing was worked out. */
  Optional<CarBehavior> findCarBehavior(UserId user);

  void putCarBehavior(UserId user, CarBehavior behavior);

  /** The scores of the period that begins on that day; empty when there were no trips in it. */
  Optional<PeriodScores> findPeriod(UserId user, ScorePeriod period, LocalDate firstDay);

  /** The scores of the last period of that kind with trips. */
  Optional<PeriodScores> findLastPeriod(UserId user, ScorePeriod period);

  /** Hands out all of a user: days, weeks, months, all time; of each the oldest first. */
  void readPeriods(UserId user, Consumer<PeriodSummary> receiver);

  /**
   * Puts {@code summaries} in place of all periods that begin on {@code since} or later, and of
   * that of all time, as a whole. Doing it twice has the effect of doing it once.
   *
   * @throws IllegalArgumentException when one of them begins before {@code since}
   */
  void replacePeriods(UserId user, LocalDate since, List<PeriodSummary> summaries);
}
