package io.sensorium.store.retention;

import java.util.OptionalInt;

/**
 * For how many days raw data is kept; what has no number is kept for ever.
 *
 * <p>Every implementation passes {@code RetentionContract}. Safe for use by many threads.
 */
public interface Retention {

  OptionalInt findDays(RawKind kind);

  /** Sets the days, or removes the limit. */
  void setDays(RawKind kind, OptionalInt days);
}
