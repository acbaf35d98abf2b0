package io.sensorium.simulator.truth;

/**
 * The road that a person truly was on, for whole seconds of a leg.
 *
 * @param endMicros belongs to the next road
 * @param wayId of the way in the town's map
 * @param roadType as OpenStreetMap has it, such as {@code residential}
 * @param limitKmh the speed limit that holds there, signed or by law
 */
public record TrueRoad(
    long startMicros, long endMicros, long wayId, String roadType, double limitKmh) {

  boolean goesOn(TrueRoad next) {
    return endMicros == next.startMicros && wayId == next.wayId;
  }

  TrueRoad until(long newEndMicros) {
    return new TrueRoad(startMicros, newEndMicros, wayId, roadType, limitKmh);
  }
}
