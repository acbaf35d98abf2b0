package io.sensorium.core.driving;

import java.util.Locale;

/** One side of driving that is scored from 0 to 1, where 1 is best. The order is stored. */
public enum Score {
  /** Calm accelerating and braking. */
  SMOOTH,
  /** Adherence to speed limits. */
  LEGAL,
  /** Few quick sequences of accelerating and braking. */
  ANTICIPATIVE,
  /** Share of time in which the phone is not handled. */
  FOCUS,
  /** Share of time in which the phone is mounted. */
  MOUNTED,
  HARD_ACCEL,
  HARD_BRAKE,
  /** Hard accelerating and braking together. */
  HARD_EVENTS,
  HARD_TURN,
  /** {@link #LEGAL} by the better estimate of speed. */
  LEGAL_V2,
  /** {@link #SMOOTH} with turns, normalised to many drivers. */
  SMOOTH_V2,
  /** Little braking before and in turns. */
  ANTICIPATIVE_V2,
  HANDHELD_CALLING,
  HANDSFREE_CALLING,
  HANDLING_WITHOUT_CALLING;

  /** The word that the API uses. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
