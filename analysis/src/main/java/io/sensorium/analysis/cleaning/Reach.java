package io.sensorium.analysis.cleaning;

/** How far a phone comes from one fix to the next, by its pace and by the scatter of its fixes. */
final class Reach {

  private static final double LEAST_METERS = 40;
  private static final double SCATTER_PER_ACCURACY = 2;
  private static final double FASTER_RATIO = 1.5;
  private static final double ON_FOOT_MPS = 2;
  private static final double GETTING_IN_SECONDS = 60;
  private static final double RIDE_MPS = 15;

  private final FlatEarth earth = new FlatEarth();

  /** Whether a later fix lies too far off for somebody who was seen to move at a pace. */
  boolean isBeyond(CleanFix from, CleanFix to, double paceMps) {
    double meters = meters(from, to);
    return meters > LEAST_METERS
        && meters > wayMeters(seconds(from, to), paceMps)
        && meters > scatterMeters(from, to);
  }

  /** The least speed that brings a phone from one fix to the other, accuracies taken off. */
  double paceMps(CleanFix from, CleanFix to) {
    double meters = meters(from, to) - from.accuracyMeters() - to.accuracyMeters();
    return meters <= 0 ? 0 : meters / seconds(from, to);
  }

  private double meters(CleanFix from, CleanFix to) {
    return earth.distanceMeters(
        from.latitudeE7(), from.longitudeE7(), to.latitudeE7(), to.longitudeE7());
  }

  /** Going a little faster than before, or setting out on foot and, after a minute, riding. */
  private static double wayMeters(double seconds, double paceMps) {
    double faster = (FASTER_RATIO * paceMps + ON_FOOT_MPS) * seconds;
    double settingOut = ON_FOOT_MPS * seconds + RIDE_MPS * (seconds - GETTING_IN_SECONDS);
    return Math.max(faster, settingOut);
  }

  private static double scatterMeters(CleanFix from, CleanFix to) {
    double a = from.accuracyMeters();
    double b = to.accuracyMeters();
    return SCATTER_PER_ACCURACY * Math.sqrt(a * a + b * b);
  }

  private static double seconds(CleanFix from, CleanFix to) {
    return (to.timeMicros() - from.timeMicros()) * 1e-6;
  }
}
