package io.sensorium.analysis.flow;

/** Receives what the stay detector finds, oldest first. */
interface Findings {

  void stay(Piece.Stay stay);

  /**
   * Somebody was on the way.
   *
   * @param first how in the first minutes
   * @param last how in the last minutes
   */
  void trip(Piece.Trip trip, Going first, Going last);

  void gap(Piece.Gap gap);
}
