package io.sensorium.core.driving;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Scores of a span of time by where the person drove.
 *
 * @param all of all that was driven, whatever the zone
 * @param motorway on motorways; has no smooth, anticipative, focus and mounted, as all zones
 * @param city in cities, but on no motorway
 * @param nonCity elsewhere
 */
public record ZoneScores(
    DrivingScores all, DrivingScores motorway, DrivingScores city, DrivingScores nonCity) {

  /** Scored over all zones only: a zone's parts of a trip are too short for them. */
  private static final Set<Score> OF_THE_WHOLE =
      EnumSet.of(Score.SMOOTH, Score.ANTICIPATIVE, Score.FOCUS, Score.MOUNTED);

  public static final ZoneScores NONE =
      new ZoneScores(
          DrivingScores.NONE, DrivingScores.NONE, DrivingScores.NONE, DrivingScores.NONE);

  private static final Set<Score> COPIED = EnumSet.of(Score.SMOOTH, Score.ANTICIPATIVE);
  private static final Set<Score> MEANS =
      EnumSet.of(
          Score.LEGAL,
          Score.HARD_ACCEL,
          Score.HARD_BRAKE,
          Score.HARD_EVENTS,
          Score.HARD_TURN,
          Score.LEGAL_V2,
          Score.SMOOTH_V2,
          Score.ANTICIPATIVE_V2);

  public ZoneScores {
    for (var zone : List.of(motorway, city, nonCity)) {
      for (var score : OF_THE_WHOLE) {
        if (zone.ratios().containsKey(score)) {
          throw new IllegalArgumentException("a zone has no score of its own: " + score);
        }
      }
    }
  }

  /**
   * The zones as if each counted the same: smooth and anticipative of {@link #all}, the others as
   * the mean of the zones that have them.
   */
  public DrivingScores total() {
    var total = new EnumMap<Score, Double>(Score.class);
    for (var score : COPIED) {
      var whole = all.find(score);
      if (whole != null) {
        total.put(score, whole);
      }
    }
    for (var score : MEANS) {
      var mean = DrivingScores.mean(ofZones(score), DrivingScores.DECIMALS);
      if (mean != null) {
        total.put(score, mean);
      }
    }
    return new DrivingScores(total);
  }

  private List<BigDecimal> ofZones(Score score) {
    var found = new ArrayList<BigDecimal>();
    for (var zone : List.of(motorway, city, nonCity)) {
      var ratio = zone.exact(score);
      if (ratio != null) {
        found.add(ratio);
      }
    }
    return found;
  }
}
