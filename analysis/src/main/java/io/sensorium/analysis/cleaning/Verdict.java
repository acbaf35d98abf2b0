package io.sensorium.analysis.cleaning;

/** What became of a fix in cleaning, and why. */
public enum Verdict {
  /** The fix is believed. */
  ACCEPTED,
  /** The phone's uptime tells that its clock was wrong. */
  WRONG_CLOCK,
  /** Latitude and longitude are exactly 0: a phone's way to say that it does not know. */
  NULL_ISLAND,
  /** The reported accuracy is worse than anything that can be used. */
  TOO_COARSE,
  /** Coarse, and better fixes of the last minutes tell more. */
  COARSE,
  /** Another fix of the same instant is more accurate. */
  SAME_TIME,
  /** Far away, and a later fix is back, faster than the phone moves. */
  SPIKE,
  /** Nothing that carries a phone goes that fast. */
  ABSURD_SPEED,
  /** The phone moved and yet repeats its last position to the last digit with a new time. */
  FROZEN
}
