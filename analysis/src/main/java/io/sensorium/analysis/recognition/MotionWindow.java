package io.sensorium.analysis.recognition;

import io.sensorium.core.signals.MotionChunk;
import io.sensorium.core.time.Micros;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Five seconds of motion on a grid of 25 Hz. Mutable, and used again for the next window. */
final class MotionWindow {
  /*
   * The grid makes phones of any rate alike, and chunks that were cut elsewhere: a cell holds the
   * mean of its samples, an empty cell what the one before it holds.
   */

  static final long LENGTH_MICROS = 5 * Micros.PER_SECOND;

  private static final int CELLS = 125;
  private static final long CELL_MICROS = LENGTH_MICROS / CELLS;
  private static final int LEAST_CELLS = 63;
  private static final int LONGEST_HOLE_CELLS = 5;
  private static final int SHORTEST_STEP_LAG = 7; // 3.6 Hz
  private static final int LONGEST_RUN_LAG = 11; // 2.3 Hz
  private static final int LONGEST_STEP_LAG = 18; // 1.4 Hz
  private static final int SHORTEST_SWING_LAG = 14; // 1.8 Hz
  private static final int LONGEST_SWING_LAG = 31; // 0.8 Hz

  private final double[][] acceleration = new double[3][CELLS];
  private final double[] length = new double[CELLS];
  private final int[] samples = new int[CELLS];
  private final Periodicity steps = new Periodicity(SHORTEST_STEP_LAG, LONGEST_STEP_LAG);
  private final Periodicity swing = new Periodicity(SHORTEST_SWING_LAG, LONGEST_SWING_LAG);
  private int first = CELLS;
  private int last = -1;
  private double rotationSquares;
  private int rotationCount;

  void clear() {
    for (var axis : acceleration) {
      Arrays.fill(axis, 0);
    }
    Arrays.fill(samples, 0);
    first = CELLS;
    last = -1;
    rotationSquares = 0;
    rotationCount = 0;
  }

  /** Takes in a sample that lies so long after the window's start. */
  void add(long offsetMicros, MotionChunk chunk, int sample) {
    int cell = (int) (offsetMicros / CELL_MICROS);
    for (int axis = 0; axis < acceleration.length; axis++) {
      acceleration[axis][cell] += chunk.accelerationMps2(sample, axis);
    }
    samples[cell]++;
    first = Math.min(first, cell);
    last = Math.max(last, cell);
    if (chunk.hasRotation()) {
      for (int axis = 0; axis < acceleration.length; axis++) {
        double radps = chunk.rotationRadps(sample, axis);
        rotationSquares += radps * radps;
      }
      rotationCount++;
    }
  }

  /**
   * What the window feels like; null when there is too little of it. Ends its use until cleared.
   */
  @Nullable MotionFeatures features() {
    int size = last - first + 1;
    if (size < LEAST_CELLS || !fillCells()) {
      return null;
    }
    double gravityMps2 = subtractMean(size);
    double shakeMps2 = rootMeanSquare(size, length);
    double swayMps2 = rootMeanSquare(size, acceleration);
    steps.measure(size, length);
    swing.measure(size, acceleration);
    return new MotionFeatures(
        gravityMps2,
        shakeMps2,
        swayMps2,
        roughnessRatio(size),
        steps.strongestRatio(SHORTEST_STEP_LAG, LONGEST_RUN_LAG),
        steps.strongestRatio(LONGEST_RUN_LAG, LONGEST_STEP_LAG),
        swing.strongestRatio(SHORTEST_SWING_LAG, LONGEST_SWING_LAG),
        rotationCount == 0 ? Double.NaN : Math.sqrt(rotationSquares / rotationCount));
  }

  /** Means of the cells, moved to the beginning of the arrays; false when a hole is too long. */
  private boolean fillCells() {
    int hole = 0;
    for (int cell = first; cell <= last; cell++) {
      int to = cell - first;
      hole = samples[cell] == 0 ? hole + 1 : 0;
      if (hole > LONGEST_HOLE_CELLS) {
        return false;
      }
      for (var axis : acceleration) {
        axis[to] = samples[cell] == 0 ? axis[to - 1] : axis[cell] / samples[cell];
      }
    }
    return true;
  }

  /** Leaves what differs from the means, and the lengths from theirs; returns that of gravity. */
  private double subtractMean(int size) {
    for (int i = 0; i < size; i++) {
      double square = 0;
      for (var axis : acceleration) {
        square += axis[i] * axis[i];
      }
      length[i] = Math.sqrt(square);
    }
    subtractMean(size, length);
    double square = 0;
    for (var axis : acceleration) {
      double mean = subtractMean(size, axis);
      square += mean * mean;
    }
    return Math.sqrt(square);
  }

  private static double subtractMean(int size, double[] values) {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      sum += values[i];
    }
    double mean = sum / size;
    for (int i = 0; i < size; i++) {
      values[i] -= mean;
    }
    return mean;
  }

  private static double rootMeanSquare(int size, double[]... axes) {
    double sum = 0;
    for (var axis : axes) {
      for (int i = 0; i < size; i++) {
        sum += axis[i] * axis[i];
      }
    }
    return Math.sqrt(sum / size);
  }

  private double roughnessRatio(int size) {
    double changes = 0;
    double squares = 0;
    for (int i = 0; i + 1 < size; i++) {
      double change = length[i + 1] - length[i];
      changes += change * change;
      squares += length[i] * length[i];
    }
    return squares > 0 ? changes / (2 * squares) : 0;
  }
}
