package io.sensorium.core.driving;

import java.util.List;

/**
 * How a transport was driven.
 *
 * @param scores of a car; {@link DrivingScores#NONE} of any other mode
 * @param annotations by start
 */
public record Drive(
    BehaviorFeatures features, DrivingScores scores, List<BehaviorAnnotation> annotations) {

  public static final Drive UNKNOWN =
      new Drive(BehaviorFeatures.NOT_OBSERVED, DrivingScores.NONE, List.of());

  public Drive {
    annotations = List.copyOf(annotations);
    for (int i = 1; i < annotations.size(); i++) {
      if (annotations.get(i).when().start().isBefore(annotations.get(i - 1).when().start())) {
        throw new IllegalArgumentException("annotation " + i + " starts before its predecessor");
      }
    }
  }
}
