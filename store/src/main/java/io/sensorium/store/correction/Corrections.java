package io.sensorium.store.correction;

import io.sensorium.core.correction.Correction;
import io.sensorium.core.id.CorrectionId;
import io.sensorium.core.id.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Each user's corrections.
 *
 * <p>One that is given or taken back is on disk at once, and waits until a revision settles it:
 * then the timeline follows. Every implementation passes {@code CorrectionsContract}. Safe for use
 * by many threads.
 */
public interface Corrections {

  /** Corrections of one user that are in force at the most. */
  int MAX_PER_USER = 5_000;

  /**
   * Stores a correction, and returns when it is on disk. It takes the place of an earlier one with
   * the same kind of claim and the same span.
   *
   * @return empty when the user has too many
   */
  Optional<Correction> add(UserId user, NewCorrection correction);

  /** Takes a correction back, and returns when that is on disk; false when there is none. */
  boolean withdraw(UserId user, CorrectionId id);

  /** The corrections in force, in the order in which they were given. */
  List<Correction> list(UserId user);

  /** The corrections that the user's timeline shows, in the order in which they were given. */
  List<Correction> listShown(UserId user);

  /** Corrections that were given or taken back since the timeline was last derived. */
  List<WaitingCorrection> listWaiting(UserId user);

  /** Users who have any that wait. */
  List<UserId> listWaitingUsers();

  /**
   * Rises when anybody gives a correction or takes one back, before the call that does so returns:
   * what was read while it had the same value still holds.
   */
  long changeCount();
}
