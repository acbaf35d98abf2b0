package io.sensorium.simulator.town;

import java.util.ArrayList;
import java.util.List;

/** Crossings and the streets between them. Immutable. */
public final class StreetGraph {

  private final List<Point> crossings;
  private final List<Boolean> signals;
  private final List<Street> streets;
  private final List<List<Integer>> streetsAt;

  StreetGraph(List<Point> crossings, List<Boolean> signals, List<Street> streets) {
    this.crossings = List.copyOf(crossings);
    this.signals = List.copyOf(signals);
    this.streets = List.copyOf(streets);
    this.streetsAt = index(crossings.size(), streets);
  }

  private static List<List<Integer>> index(int crossingCount, List<Street> streets) {
    var index = new ArrayList<List<Integer>>(crossingCount);
    for (int i = 0; i < crossingCount; i++) {
      index.add(new ArrayList<>(4));
    }
    for (int i = 0; i < streets.size(); i++) {
      index.get(streets.get(i).from()).add(i);
      index.get(streets.get(i).to()).add(i);
    }
    index.replaceAll(List::copyOf);
    return List.copyOf(index);
  }

  public int crossingCount() {
    return crossings.size();
  }

  public Point crossing(int number) {
    return crossings.get(number);
  }

  /** Whether a crossing has traffic lights. */
  public boolean hasSignal(int crossing) {
    return signals.get(crossing);
  }

  public List<Street> streets() {
    return streets;
  }

  public Street street(int number) {
    return streets.get(number);
  }

  /** Numbers of the streets that meet at a crossing. */
  public List<Integer> streetsAt(int crossing) {
    return streetsAt.get(crossing);
  }

  /**
   * What one moves on from a crossing to its neighbour.
   *
   * @throws IllegalArgumentException when no street joins them
   */
  Roadway roadwayBetween(int crossing, int neighbour) {
    for (int number : streetsAt.get(crossing)) {
      if (street(number).otherEnd(crossing) == neighbour) {
        return street(number).roadway();
      }
    }
    throw new IllegalArgumentException("no street joins " + crossing + " and " + neighbour);
  }

  public Point positionOf(StreetSpot spot) {
    var street = street(spot.street());
    return crossing(street.from()).towards(crossing(street.to()), spot.fraction());
  }

  /** The crossing nearest to a point that both cars and feet can reach. */
  public StreetSpot nearestSpot(Point point) {
    int nearest = -1;
    double nearestMeters = Double.POSITIVE_INFINITY;
    for (int i = 0; i < crossings.size(); i++) {
      double meters = crossings.get(i).distanceMetersTo(point);
      if (meters < nearestMeters && openStreetAt(i) >= 0) {
        nearest = i;
        nearestMeters = meters;
      }
    }
    int street = openStreetAt(nearest);
    return new StreetSpot(street, street(street).from() == nearest ? 0 : 1);
  }

  private int openStreetAt(int crossing) {
    for (int street : streetsAt.get(crossing)) {
      var road = street(street).road();
      if (Access.CAR.mayUse(road) && Access.FOOT.mayUse(road)) {
        return street;
      }
    }
    return -1;
  }
}
