package io.sensorium.core.identity;

/** Whose data somebody may reach. */
public enum Reach {
  NOBODY,
  /** The caller's own. */
  OWN,
  /** All people of all applications of the caller's account. */
  ACCOUNT,
  /** Everybody. */
  ALL
}
