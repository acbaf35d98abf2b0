package io.sensorium.simulator.town;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.PriorityQueue;

/** Finds the quickest way on the streets, by Dijkstra's method. Safe for use by many threads. */
public final class Router {

  private final StreetGraph graph;

  public Router(StreetGraph graph) {
    this.graph = graph;
  }

  /**
   * The quickest way between two spots.
   *
   * @throws IllegalArgumentException when none exists
   */
  public Route route(StreetSpot from, StreetSpot to, Access access) {
    var first = graph.street(from.street());
    if (from.street() == to.street()
        && (from.fraction() <= to.fraction() || !access.heeds(first.flow()))) {
      return new Route.Builder()
          .add(graph.positionOf(from), first.roadway(), false)
          .add(graph.positionOf(to), first.roadway(), false)
          .build();
    }
    var search = new Search(access);
    search.run(from);
    return search.routeTo(from, to);
  }

  private record Visit(int crossing, double seconds) implements Comparable<Visit> {
    @Override
    public int compareTo(Visit other) {
      int order = Double.compare(seconds, other.seconds);
      return order != 0 ? order : Integer.compare(crossing, other.crossing);
    }
  }

  private final class Search {

    private final Access access;
    private final double[] seconds;
    private final int[] arrivedBy;
    private final PriorityQueue<Visit> queue = new PriorityQueue<>();

    Search(Access access) {
      this.access = access;
      this.seconds = new double[graph.crossingCount()];
      this.arrivedBy = new int[graph.crossingCount()];
      Arrays.fill(seconds, Double.POSITIVE_INFINITY);
      Arrays.fill(arrivedBy, -1);
    }

    void run(StreetSpot from) {
      var street = graph.street(from.street());
      double whole = costOf(street);
      if (!access.heeds(street.flow())) {
        reach(street.from(), whole * from.fraction(), -1);
      }
      reach(street.to(), whole * (1 - from.fraction()), -1);
      while (!queue.isEmpty()) {
        var visit = queue.poll();
        if (visit.seconds() <= seconds[visit.crossing()]) {
          expand(visit.crossing());
        }
      }
    }

    private void expand(int crossing) {
      for (int number : graph.streetsAt(crossing)) {
        var street = graph.street(number);
        if (access.mayEnter(street, crossing)) {
          reach(street.otherEnd(crossing), seconds[crossing] + costOf(street), number);
        }
      }
    }

    private void reach(int crossing, double after, int byStreet) {
      if (after < seconds[crossing]) {
        seconds[crossing] = after;
        arrivedBy[crossing] = byStreet;
        queue.add(new Visit(crossing, after));
      }
    }

    private double costOf(Street street) {
      return street.lengthMeters() * access.secondsPerMeter(street.roadway());
    }

    Route routeTo(StreetSpot from, StreetSpot to) {
      var last = graph.street(to.street());
      double whole = costOf(last);
      double byFrom = seconds[last.from()] + whole * to.fraction();
      double byTo =
          access.heeds(last.flow())
              ? Double.POSITIVE_INFINITY
              : seconds[last.to()] + whole * (1 - to.fraction());
      if (Double.isInfinite(Math.min(byFrom, byTo))) {
        throw new IllegalArgumentException("no way for " + access + ": " + from + ", " + to);
      }
      var builder = new Route.Builder();
      builder.add(graph.positionOf(from), graph.street(from.street()).roadway(), false);
      int crossing = byFrom <= byTo ? last.from() : last.to();
      for (int street : streetsTo(crossing)) {
        int start = startOf(street);
        builder.add(
            graph.crossing(start),
            graph.street(street >= 0 ? street : ~street).roadway(),
            graph.hasSignal(start));
      }
      builder.add(graph.crossing(crossing), last.roadway(), graph.hasSignal(crossing));
      return builder.add(graph.positionOf(to), last.roadway(), false).build();
    }

    /** Streets on the way to a crossing; {@code ~number} for one that is driven backwards. */
    private Deque<Integer> streetsTo(int end) {
      var streets = new ArrayDeque<Integer>();
      int crossing = end;
      while (arrivedBy[crossing] >= 0) {
        int number = arrivedBy[crossing];
        var street = graph.street(number);
        streets.addFirst(street.to() == crossing ? number : ~number);
        crossing = street.otherEnd(crossing);
      }
      return streets;
    }

    private int startOf(int directed) {
      return directed >= 0 ? graph.street(directed).from() : graph.street(~directed).to();
    }
  }
}
