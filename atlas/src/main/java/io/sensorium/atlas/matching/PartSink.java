package io.sensorium.atlas.matching;

/** Is told a matched way part by part, in order. */
public interface PartSink {

  /**
   * A part of one directed edge.
   *
   * @param step the step, of {@link MatchedTrack}, that ends at or behind it
   * @param fromMeters along the edge
   * @param toMeters along the edge, not before {@code fromMeters}
   */
  void onRoad(int step, int directed, double fromMeters, double toMeters);

  /** A straight line away from the network, from the step before to this one. */
  void offRoad(int step);
}
