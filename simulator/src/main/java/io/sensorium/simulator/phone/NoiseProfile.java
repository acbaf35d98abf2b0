package io.sensorium.simulator.phone;

/**
 * How wrong and how incomplete a phone's reports are.
 *
 * @param outdoorSigmaMeters error on each axis under open sky
 * @param indoorSigmaMeters error on each axis inside buildings; it drifts slowly
 * @param canyonSigmaMeters error on each axis in the streets of {@code canyonShare} of the town
 * @param whiteSigmaMeters error on each axis that each fix has anew
 * @param networkShare share of indoor fixes that come from the network and are far worse
 * @param spikeShare share of fixes that lie anywhere within a kilometre or so
 * @param duplicateShare share of fixes that are reported twice
 * @param gapsPerDay spans of 10 to 600 s without fixes
 * @param nightOffShare share of nights in which the phone is off
 * @param activityErrorShare share of activity samples that name the wrong one
 */
public record NoiseProfile(
    double outdoorSigmaMeters,
    double indoorSigmaMeters,
    double canyonSigmaMeters,
    double canyonShare,
    double whiteSigmaMeters,
    double networkShare,
    double spikeShare,
    double duplicateShare,
    double gapsPerDay,
    double nightOffShare,
    double activityErrorShare) {

  /** Nearly the truth, and all of it. */
  public static final NoiseProfile CLEAN = new NoiseProfile(1, 1, 1, 0, 0.3, 0, 0, 0, 0, 0, 0);

  /** An ordinary phone of which no fix is missing. */
  public static final NoiseProfile WHOLE =
      new NoiseProfile(4, 12, 10, 0.1, 1, 0.02, 0, 0, 0, 0, 0.08);

  /** An ordinary phone: gaps, duplicates, some nights off. */
  public static final NoiseProfile ORDINARY =
      new NoiseProfile(4, 12, 10, 0.1, 1, 0.03, 0.0001, 0.003, 6, 0.08, 0.08);

  /** A bad phone in a bad pocket. */
  public static final NoiseProfile ROUGH =
      new NoiseProfile(8, 18, 20, 0.25, 3, 0.12, 0.002, 0.02, 25, 0.25, 0.2);

  public NoiseProfile {
    requirePositive(outdoorSigmaMeters);
    requirePositive(indoorSigmaMeters);
    requirePositive(canyonSigmaMeters);
    requireShare(canyonShare);
    requireShare(networkShare);
    requireShare(spikeShare);
    requireShare(duplicateShare);
    requireShare(nightOffShare);
    requireShare(activityErrorShare);
    if (!(whiteSigmaMeters >= 0 && gapsPerDay >= 0)) {
      throw new IllegalArgumentException("noise and gaps must not be negative");
    }
  }

  private static void requirePositive(double sigmaMeters) {
    if (!(sigmaMeters > 0)) {
      throw new IllegalArgumentException("sigma must be positive: " + sigmaMeters);
    }
  }

  private static void requireShare(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("a share must be within 0..1: " + share);
    }
  }
}
