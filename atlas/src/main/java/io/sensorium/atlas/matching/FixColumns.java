package io.sensorium.atlas.matching;

import java.util.Arrays;

/** Fixes in order of time, in columns. */
public final class FixColumns {

  private final long[] timeMicros;
  private final int[] latitudeE7;
  private final int[] longitudeE7;
  private final float[] accuracyMeters;
  private final float[] speedMps;
  private final float[] courseDeg;
  private int size;

  /** Holds up to so many fixes. */
  public FixColumns(int capacity) {
    timeMicros = new long[capacity];
    latitudeE7 = new int[capacity];
    longitudeE7 = new int[capacity];
    accuracyMeters = new float[capacity];
    speedMps = new float[capacity];
    courseDeg = new float[capacity];
    Arrays.fill(accuracyMeters, Float.NaN);
    Arrays.fill(speedMps, Float.NaN);
    Arrays.fill(courseDeg, Float.NaN);
  }

  /** Adds a fix. Accuracy (a radius of 68 %), speed and course are NaN where not known. */
  public void add(long micros, int latE7, int lonE7, double accuracy, double speed, double course) {
    timeMicros[size] = micros;
    latitudeE7[size] = latE7;
    longitudeE7[size] = lonE7;
    accuracyMeters[size] = (float) accuracy;
    speedMps[size] = (float) speed;
    courseDeg[size] = (float) course;
    size++;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  public long timeMicros(int i) {
    return timeMicros[i];
  }

  public int latitudeE7(int i) {
    return latitudeE7[i];
  }

  public int longitudeE7(int i) {
    return longitudeE7[i];
  }

  /** Radius that holds the true place with 68 %; NaN where not known. */
  public double accuracyMeters(int i) {
    return accuracyMeters[i];
  }

  /** Speed over ground as the phone measured it; NaN where not known. */
  public double speedMps(int i) {
    return speedMps[i];
  }

  /** Degrees clockwise from north; NaN where not known. */
  public double courseDeg(int i) {
    return courseDeg[i];
  }

  double secondsBetween(int from, int to) {
    return (timeMicros[to] - timeMicros[from]) * 1e-6;
  }
}
