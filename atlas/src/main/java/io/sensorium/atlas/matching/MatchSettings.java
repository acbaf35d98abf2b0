package io.sensorium.atlas.matching;

/**
 * What the matcher takes for likely; docs/algorithms/map-matching.md tells how each was chosen.
 *
 * @param leastSigmaMeters no fix is taken for better than that
 * @param mostSigmaMeters no fix is taken for worse than that
 * @param unknownSigmaMeters for a fix that does not say how accurate it is
 * @param detourMeters by how much a route differs from the straight line, as a rule
 * @param detourInSigma how much is added to that for how inexact a fix is
 * @param detourMpsRatio how much is added to that for each second between two fixes
 * @param spacingMeters fixes nearer to the last one that was used are passed over
 * @param radiusMeters how far from a fix roads are looked for, at least
 * @param denseBeamCost candidates that cost so much more than the best are given up, for fixes
 *     close in time: what is given up comes back soon
 * @param beamCost the same for fixes {@code spanSeconds} apart and more
 * @param offRoadCost of being off the road, for each fix
 * @param leaveRoadCost of leaving the road or coming back to it
 * @param uTurnMeters how much longer a U-turn makes a route seem
 * @param courseSigmaDeg how exact the course of a fast fix is
 * @param memorySeconds after which the error of a fix has mostly changed
 * @param whiteRatio the share of a fix's sigma that changes from fix to fix
 * @param mapMeters how far roads lie off where the map has them
 * @param spanSeconds a fix counts fully for what kind of road it is on when the one before is so
 *     far
 * @param leastWeight how much a fix counts at least, however close it is to the one before
 * @param spacingInSigma fixes nearer than that to the last one that was used are passed over too
 */
public record MatchSettings(
    double leastSigmaMeters,
    double mostSigmaMeters,
    double unknownSigmaMeters,
    double detourMeters,
    double detourInSigma,
    double detourMpsRatio,
    double spacingMeters,
    double radiusMeters,
    double denseBeamCost,
    double beamCost,
    double offRoadCost,
    double leaveRoadCost,
    double uTurnMeters,
    double courseSigmaDeg,
    double memorySeconds,
    double whiteRatio,
    double mapMeters,
    double spanSeconds,
    double leastWeight,
    double spacingInSigma) {

  /** The settings in use. */
  public static final MatchSettings DEFAULT =
      new MatchSettings(
          5, 20, 8, 5, 0.8, 0.5, 10, 50, 17, 25, 16, 15, 100, 8, 45, 0.45, 3, 10, 0.2, 2);
}
