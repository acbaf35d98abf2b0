package io.sensorium.store.archive;

import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.Signals;

/**
 * The set of all accepted items of each user.
 *
 * <p>Every implementation passes {@code ArchiveContract}. Safe for use by many threads.
 */
public interface Archive extends ArchiveReader {

  /**
   * Works out what the archive of a user becomes when {@code more} is added, without writing. The
   * caller is the only one who changes this user until the draft is committed or dropped.
   */
  ArchiveDraft draft(UserId user, Signals more);

  /** Forgets what is remembered of a user in memory; what is stored stays. */
  void forget(UserId user);
}
