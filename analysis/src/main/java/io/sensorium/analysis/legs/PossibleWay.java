package io.sensorium.analysis.legs;

import io.sensorium.analysis.cleaning.Cleaning;
import io.sensorium.analysis.cleaning.FlatEarth;
import io.sensorium.core.signals.FixTrack;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Leaves out fixes that nobody can have come from or gone to: of all ways through the fixes, the
 * one that keeps the most of them with the fewest impossible steps.
 *
 * <p>The cleaning of single fixes looks a few fixes ahead; a place from half an hour ago, told when
 * a phone wakes, outlives it. Fixes far from an impossible step are kept or left out together, so
 * that the cost is that of the impossible steps, which are few.
 */
final class PossibleWay {

  /** How many runs of fixes before it a run may follow. */
  private static final int MOST_RUNS_BACK = 16;

  /** How many fixes on either side of an impossible step may be left out by themselves. */
  private static final int DOUBTFUL = 3;

  /** So many fixes are given up for an impossible step less. */
  private static final int FIXES_PER_IMPOSSIBLE_STEP = 5;

  /** Faster is only an aeroplane, which is neither there nor gone within minutes. */
  private static final double FASTEST_ON_LAND_MPS = 100;

  private static final double SHORTEST_FLIGHT_SECONDS = 600;

  private final FlatEarth earth = new FlatEarth();
  private final FixTrack raw;
  private final int[] rows;

  private PossibleWay(FixTrack raw, int[] rows) {
    this.raw = raw;
    this.rows = rows;
  }

  /** Those of the rows that are kept, in order. */
  static int[] of(FixTrack raw, int[] rows) {
    return new PossibleWay(raw, rows).possible();
  }

  private int[] possible() {
    int[] begins = begins();
    if (begins.length <= 1) {
      return rows;
    }
    var score = new int[begins.length];
    var previous = new int[begins.length];
    int best = 0;
    for (int run = 0; run < begins.length; run++) {
      int bestBefore = 0;
      previous[run] = -1;
      for (int other = Math.max(0, run - MOST_RUNS_BACK); other < run; other++) {
        boolean possible = isPossible(end(begins, other) - 1, begins[run]);
        int before = score[other] - (possible ? 0 : FIXES_PER_IMPOSSIBLE_STEP);
        if (before > bestBefore) {
          bestBefore = before;
          previous[run] = other;
        }
      }
      score[run] = end(begins, run) - begins[run] + bestBefore;
      best = score[run] >= score[best] ? run : best;
    }
    return kept(begins, previous, best);
  }

  private int[] kept(int[] begins, int[] previous, int last) {
    var keeps = new boolean[rows.length];
    for (int run = last; run >= 0; run = previous[run]) {
      Arrays.fill(keeps, begins[run], end(begins, run), true);
    }
    var kept = new int[rows.length];
    int count = 0;
    for (int i = 0; i < rows.length; i++) {
      if (keeps[i]) {
        kept[count++] = rows[i];
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /** Where each run begins: at the first fix, and at those about an impossible step. */
  private int[] begins() {
    var begins = new BitSet(rows.length);
    for (int i = 1; i < rows.length; i++) {
      if (!isPossible(i - 1, i)) {
        begins.set(Math.max(0, i - DOUBTFUL), Math.min(rows.length, i + DOUBTFUL + 1));
      }
    }
    begins.set(0, 1);
    return begins.stream().toArray();
  }

  private int end(int[] begins, int run) {
    return run + 1 < begins.length ? begins[run + 1] : rows.length;
  }

  private boolean isPossible(int from, int to) {
    double mps = leastMps(from, to);
    if (mps <= FASTEST_ON_LAND_MPS) {
      return true;
    }
    boolean brief = seconds(from, to) < SHORTEST_FLIGHT_SECONDS;
    boolean flies = leastMps(from - 1, from) >= mps / 2 || leastMps(to, to + 1) >= mps / 2;
    return mps <= Cleaning.ABSURD_SPEED_MPS && (flies || !brief);
  }

  /** The least speed that leads from one fix to another; 0 when one of them does not exist. */
  private double leastMps(int from, int to) {
    if (from < 0 || to >= rows.length) {
      return 0;
    }
    double meters =
        earth.distanceMeters(
            raw.latitudeE7(rows[from]),
            raw.longitudeE7(rows[from]),
            raw.latitudeE7(rows[to]),
            raw.longitudeE7(rows[to]));
    int unsureMm = CleanTrack.accuracyMm(raw, rows[from]) + CleanTrack.accuracyMm(raw, rows[to]);
    return Math.max(0, meters - unsureMm * 1e-3) / seconds(from, to);
  }

  private double seconds(int from, int to) {
    return (raw.timeMicros(rows[to]) - raw.timeMicros(rows[from])) * 1e-6;
  }
}
