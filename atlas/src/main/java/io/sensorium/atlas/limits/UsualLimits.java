package io.sensorium.atlas.limits;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tells what limit a road without a sign likely has, from the roads of its region that have one.
 *
 * <p>First {@link #learn}, then {@link #finish}, then {@link #guess}.
 */
public final class UsualLimits {
  /*
   * Each kind of evidence is a distribution over limits. Its votes are taken as they are, and the
   * distribution of all evidence before it as some votes more, so that rare evidence changes little;
   * the first distribution is the law. This is Dirichlet smoothing: C. Zhai, J. Lafferty, A Study of
   * Smoothing Methods for Language Models Applied to Ad Hoc Information Retrieval, SIGIR 2001.
   */

  private static final int MOST_LIMITS = 255;

  /** Votes along one road are not independent, so what they tell is less sure than it seems. */
  private static final double CERTAINTY_POWER = 1.3;

  /** As how many votes counts a sign ahead that is near. */
  private static final double VOTES_AHEAD = 2;

  /** How far ahead a sign counts the e-th part of that. */
  private static final double AHEAD_METERS = 250;

  /**
   * A limit that is 10 km/h off is worth {@link #NEAR_WORTH}; one 20 km/h off, no more than any.
   */
  private static final double NEAR_APART = 1_000;

  private static final double NEAR_WORTH = 0.65;

  private final Map<Long, double[]> globalVotes = new HashMap<>();
  private final Votes votesInCells = new Votes();
  private final List<Integer> codes = new ArrayList<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();

  /**
   * A limit that is likely.
   *
   * @param code a {@link LimitCode}
   * @param certaintyRatio how likely it is that a sign there would say so, 0 to 1
   */
  public record Guess(int code, LimitSource source, double certaintyRatio) {

    /** Nothing is known. */
    public static final Guess NONE = new Guess(LimitCode.UNKNOWN, LimitSource.UNKNOWN, 0);
  }

  /** Learns from a road whose limit a sign tells. */
  public void learn(RoadSetting road, int code) {
    int number = numberOf(code);
    for (var evidence : Evidence.values()) {
      switch (evidence.reach()) {
        case EVERYWHERE -> addGlobal(evidence.keyOf(road), number, road.spots().size());
        case AROUND -> addInCells(evidence, road, number);
        case STREET -> {
          if (road.street() != 0) {
            addInCells(evidence, road, number);
          }
        }
        case AHEAD -> {
          // found along the roads, not learned
        }
      }
    }
  }

  private void addInCells(Evidence evidence, RoadSetting road, int number) {
    long key = evidence.keyOf(road);
    int bits = evidence.cellBits();
    for (var spot : road.spots()) {
      votesInCells.add(
          Evidence.inCell(key, spot.latitudeE7() >> bits, spot.longitudeE7() >> bits), number);
    }
  }

  private void addGlobal(long key, int number, int votes) {
    var known = globalVotes.getOrDefault(key, new double[number + 1]);
    var wide = known.length <= number ? Arrays.copyOf(known, number + 1) : known;
    wide[number] += votes;
    globalVotes.put(key, wide);
  }

  /* A region has some dozen different limits; what comes when the numbers are used up is rare. */
  private int numberOf(int code) {
    return numbers.computeIfAbsent(
        code,
        one -> {
          if (codes.size() == MOST_LIMITS) {
            return MOST_LIMITS - 1;
          }
          codes.add(one);
          return codes.size() - 1;
        });
  }

  /** To be called between the last road that is learned and the first guess. */
  public void finish() {
    votesInCells.finish();
  }

  /** The best limit to tell of a road whose sign is not known; none where nothing tells of it. */
  public Guess guess(RoadSetting road) {
    int law = road.law().code() == LimitCode.UNKNOWN ? -1 : numberOf(road.law().code());
    var share = new double[codes.size()];
    if (law >= 0) {
      share[law] = certaintyRatio(road.law().source());
    }
    boolean hasStreet = false;
    for (var evidence : Evidence.values()) {
      var seen = seen(evidence, road);
      double all = Arrays.stream(seen).sum();
      for (int i = 0; i < share.length; i++) {
        share[i] = (seen[i] + evidence.priorVotes() * share[i]) / (all + evidence.priorVotes());
      }
      hasStreet |= evidence.reach() == Evidence.Reach.STREET && all > 0;
    }
    int best = greatest(worths(share));
    if (best < 0 || share[best] == 0) {
      return Guess.NONE;
    }
    var around = hasStreet ? LimitSource.SAME_STREET : LimitSource.ROADS_AROUND;
    return new Guess(
        codes.get(best),
        best == law ? road.law().source() : around,
        Math.pow(share[best], CERTAINTY_POWER));
  }

  /**
   * What each limit is worth, if it is told: the less the farther it is from what the sign says.
   */
  private double[] worths(double[] share) {
    var worths = new double[share.length];
    for (int told = 0; told < share.length; told++) {
      for (int sign = 0; sign < share.length && share[told] > 0; sign++) {
        double apart = Math.abs(codes.get(told) - codes.get(sign));
        worths[told] += share[sign] * worth(apart);
      }
    }
    return worths;
  }

  private static double worth(double apart) {
    return apart <= NEAR_APART
        ? 1 - (1 - NEAR_WORTH) * apart / NEAR_APART
        : Math.max(0, NEAR_WORTH * (2 - apart / NEAR_APART));
  }

  private static int greatest(double[] values) {
    int best = values.length - 1;
    for (int i = best - 1; i >= 0; i--) {
      best = values[i] >= values[best] ? i : best;
    }
    return best;
  }

  /** How often signs say what the law has: they stand where it is not so. */
  private static double certaintyRatio(LimitSource law) {
    return switch (law) {
      case LAW -> 0.6;
      case LIKELY_LAW -> 0.5;
      case FALLBACK_LAW -> 0.4;
      case UNKNOWN, SIGNED, SAME_STREET, ROADS_AROUND -> 0;
    };
  }

  private double[] seen(Evidence evidence, RoadSetting road) {
    var seen = new double[codes.size()];
    switch (evidence.reach()) {
      case EVERYWHERE -> {
        var all = globalVotes.getOrDefault(evidence.keyOf(road), seen);
        System.arraycopy(all, 0, seen, 0, all.length);
      }
      case AROUND -> countInCells(evidence, road, seen);
      case STREET -> {
        if (road.street() != 0) {
          countInCells(evidence, road, seen);
        }
      }
      case AHEAD -> road.ahead().forEach(sign -> countAhead(sign, seen));
    }
    return seen;
  }

  private void countAhead(RoadSetting.SignAhead sign, double[] seen) {
    var number = numbers.get(sign.code());
    if (number != null) {
      seen[number] += VOTES_AHEAD * sign.shareRatio() * Math.exp(-sign.meters() / AHEAD_METERS);
    }
  }

  private void countInCells(Evidence evidence, RoadSetting road, double[] seen) {
    long key = evidence.keyOf(road);
    for (var spot : road.spots()) {
      countAround(spot, key, evidence.cellBits(), 1.0 / road.spots().size(), seen);
    }
  }

  /* Cells count the less the farther their middle is, by a normal distribution one cell wide. */
  private void countAround(
      RoadSetting.Spot spot, long key, int cellBits, double weight, double[] seen) {
    int row = spot.latitudeE7() >> cellBits;
    int column = spot.longitudeE7() >> cellBits;
    double size = 1 << cellBits;
    double upper = (spot.latitudeE7() - row * size) / size - 0.5;
    double right = (spot.longitudeE7() - column * size) / size - 0.5;
    for (int north = -1; north <= 1; north++) {
      for (int east = -1; east <= 1; east++) {
        double apart = (north - upper) * (north - upper) + (east - right) * (east - right);
        votesInCells.count(
            Evidence.inCell(key, row + north, column + east), weight * Math.exp(-apart / 2), seen);
      }
    }
  }
}
