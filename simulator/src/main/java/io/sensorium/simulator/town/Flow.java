package io.sensorium.simulator.town;

/** In which directions wheels go along a street. */
public enum Flow {
  BOTH_WAYS,
  /** From its first crossing to its last; bicycles may go against it where they may go at all. */
  ONE_WAY,
  /** A piece of a roundabout, in its direction only. */
  ROUNDABOUT
}
