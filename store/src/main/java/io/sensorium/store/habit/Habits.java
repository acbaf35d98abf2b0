package io.sensorium.store.habit;

import io.sensorium.core.habit.Anomaly;
import io.sensorium.core.habit.LocationCluster;
import io.sensorium.core.habit.Moment;
import io.sensorium.core.habit.Segment;
import io.sensorium.core.id.UserId;
import io.sensorium.core.time.LocalDays;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What is known of each person's habits.
 *
 * <p>Every implementation passes {@code HabitsContract}. Safe for use by many threads. Each change
 * is made as a whole; making it twice has the effect of making it once.
 */
public interface Habits {

  /** In the order of their definitions' ids. */
  List<Segment> listSegments(UserId user);

  /** Puts {@code segments} in place of all that the person has. */
  void replaceSegments(UserId user, List<Segment> segments);

  /** In the order in which they were given. */
  List<LocationCluster> listClusters(UserId user);

  /** Puts {@code clusters} in place of all that the person has. */
  void replaceClusters(UserId user, List<LocationCluster> clusters);

  /**
   * Moments that show one of {@code days} between the local date of their start and that of their
   * end, oldest first; of one instant those of countries, of cities, and all others. An active
   * moment shows every day since its start.
   */
  List<Moment> listMoments(UserId user, LocalDays days);

  /** Hands out all moments of a user by their start, a few at a time. */
  void readMoments(UserId user, Consumer<Moment> receiver);

  /** The moment of a definition that starts then. */
  Optional<Moment> findMoment(UserId user, String definitionId, Instant start);

  /** Moments without an end, oldest first. */
  List<Moment> listActiveMoments(UserId user);

  /**
   * Puts {@code moments} in place of all that start at {@code since} or later. What differs by that
   * is told in the same transaction, as {@link io.sensorium.core.notification.MessageType#MOMENT}.
   *
   * @throws IllegalArgumentException when one of them starts before {@code since}
   */
  void replaceMoments(UserId user, Instant since, List<Moment> moments);

  /**
   * Anomalies that show one of {@code days}, by UTC dates, oldest first; of one instant in the
   * order in which they were given.
   */
  List<Anomaly> listAnomalies(UserId user, LocalDays days);

  /** Hands out all anomalies of a user, oldest first, a few at a time. */
  void readAnomalies(UserId user, Consumer<Anomaly> receiver);

  /**
   * Puts {@code anomalies} in place of all that start at {@code since} or later.
   *
   * @throws IllegalArgumentException when one of them starts before {@code since}
   */
  void replaceAnomalies(UserId user, Instant since, List<Anomaly> anomalies);
}
