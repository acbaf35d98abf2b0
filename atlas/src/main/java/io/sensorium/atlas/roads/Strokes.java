package io.sensorium.atlas.roads;

import io.sensorium.atlas.limits.LimitCode;
import io.sensorium.atlas.limits.RoadSetting.SignAhead;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;

/** Finds the signs that one meets first when one follows a road beyond the ends of a way. */
final class Strokes {
  /*
   * A stroke is a line of edges that the eye takes for one road, whatever its name: R. Thomson, D.
   * Richardson, The 'Good Continuation' Principle of Perceptual Organization applied to the
   * Generalization of Road Networks, ICC 1999. Here it goes on over the edge of the same class that
   * turns least, when it turns little or there is no other.
   */

  private static final double MOST_METERS = 1_000;
  private static final int MOST_EDGES = 50;
  private static final double LEAST_STRAIGHT_COSINE = 0.7;

  private final Ints from;
  private final Ints to;
  private final Ints way;
  private final Ints lengthMm;
  private final Ints pointFirst;
  private final Ints points;
  private final Ints wayClasses;
  private final int[] vertexFirst;
  private final int[] outgoing;
  private final IntUnaryOperator signOfWay;
  private final int[] firstEdgeOfWay;

  /**
   * The strokes of a network, whose columns are those of {@link RoadGraph}.
   *
   * @param signOfWay the {@link LimitCode} that signs along a way say, or unknown
   */
  Strokes(
      Ints from,
      Ints to,
      Ints way,
      Ints lengthMm,
      Ints pointFirst,
      Ints points,
      Ints wayClasses,
      int[] vertexFirst,
      int[] outgoing,
      IntUnaryOperator signOfWay) {
    this.from = from;
    this.to = to;
    this.way = way;
    this.lengthMm = lengthMm;
    this.pointFirst = pointFirst;
    this.points = points;
    this.wayClasses = wayClasses;
    this.vertexFirst = vertexFirst;
    this.outgoing = outgoing;
    this.signOfWay = signOfWay;
    firstEdgeOfWay = new int[wayClasses.size() + 1];
    for (int edge = 0; edge < way.size(); edge++) {
      firstEdgeOfWay[way.get(edge) + 1]++;
    }
    for (int one = 0; one < wayClasses.size(); one++) {
      firstEdgeOfWay[one + 1] += firstEdgeOfWay[one];
    }
  }

  /** The signs ahead of each edge of a way, in both directions; none for a way that has a sign. */
  List<SignAhead> ahead(int one) {
    var found = new ArrayList<SignAhead>();
    if (signOfWay.applyAsInt(one) != LimitCode.UNKNOWN) {
      return found;
    }
    double all = 0;
    for (int edge = firstEdgeOfWay[one]; edge < firstEdgeOfWay[one + 1]; edge++) {
      all += meters(edge);
    }
    for (int edge = firstEdgeOfWay[one]; edge < firstEdgeOfWay[one + 1]; edge++) {
      double share = all > 0 ? meters(edge) / all : 0;
      ahead(2 * edge, share).ifPresent(found::add);
      ahead(2 * edge + 1, share).ifPresent(found::add);
    }
    return found;
  }

  private Optional<SignAhead> ahead(int directed, double share) {
    double meters = meters(directed >> 1) / 2;
    int at = next(directed);
    for (int edges = 1; at >= 0 && edges < MOST_EDGES && meters < MOST_METERS; edges++) {
      int code = signOfWay.applyAsInt(way.get(at >> 1));
      if (code != LimitCode.UNKNOWN) {
        return Optional.of(new SignAhead(code, meters, share));
      }
      meters += meters(at >> 1);
      at = next(at);
    }
    return Optional.empty();
  }

  private double meters(int edge) {
    return lengthMm.get(edge) * 1e-3;
  }

  /** The directed edge on which the road goes on after one; -1 where it ends. */
  private int next(int directed) {
    int edge = directed >> 1;
    int kind = wayClasses.get(way.get(edge));
    int vertex = (directed & 1) == 0 ? to.get(edge) : from.get(edge);
    int best = -1;
    double bestCosine = -1;
    int choices = 0;
    for (int i = vertexFirst[vertex]; i < vertexFirst[vertex + 1]; i++) {
      int other = outgoing[i];
      if (other >> 1 != edge && wayClasses.get(way.get(other >> 1)) == kind) {
        double cosine = -cosineBetween(directed ^ 1, other);
        best = best < 0 || cosine > bestCosine ? other : best;
        bestCosine = Math.max(bestCosine, cosine);
        choices++;
      }
    }
    return choices == 1 || bestCosine > LEAST_STRAIGHT_COSINE ? best : -1;
  }

  /** Of the angle between two directed edges where both begin. */
  private double cosineBetween(int one, int other) {
    double east = east(one);
    double north = north(one);
    double otherEast = east(other);
    double otherNorth = north(other);
    double lengths = Math.hypot(east, north) * Math.hypot(otherEast, otherNorth);
    return lengths > 0 ? (east * otherEast + north * otherNorth) / lengths : 0;
  }

  private double east(int directed) {
    int point = firstPoint(directed);
    return new Plane(points.get(2 * point))
        .eastMeters(points.get(2 * point + 1), points.get(2 * secondPoint(directed) + 1));
  }

  private double north(int directed) {
    return Plane.northMeters(
        points.get(2 * firstPoint(directed)), points.get(2 * secondPoint(directed)));
  }

  private int firstPoint(int directed) {
    int edge = directed >> 1;
    return (directed & 1) == 0 ? pointFirst.get(edge) : pointFirst.get(edge + 1) - 1;
  }

  private int secondPoint(int directed) {
    return (directed & 1) == 0 ? firstPoint(directed) + 1 : firstPoint(directed) - 1;
  }
}
