package io.sensorium.analysis.flow;

/** Receives what the stay detector finds, oldest first. */
interface Findings {

  void stay(Piece.Stay stay);

  /**
   * Somebody was on the way.
   *
   * @param firstMps how fast in the first minutes
   * @param lastMps how fast in the last minutes
   */
  void trip(Piece.Trip trip, double firstMps, double lastMps);

  void gap(Piece.Gap gap);
}
