package io.sensorium.simulator.town;

import io.sensorium.core.timeline.TransportMode;
import java.util.List;

/** A bus or rail line: its track, and the stops on it in the track's order. */
public record TransitLine(String name, TransportMode mode, Route track, List<Stop> stops) {

  /**
   * Where people get on and off.
   *
   * @param spot the street that leads to it
   */
  public record Stop(String name, Point position, StreetSpot spot, double alongMeters) {}

  public TransitLine {
    stops = List.copyOf(stops);
  }

  /** Number of the stop nearest to a point. */
  public int nearestStop(Point point) {
    int nearest = 0;
    for (int i = 1; i < stops.size(); i++) {
      double meters = stops.get(i).position().distanceMetersTo(point);
      if (meters < stops.get(nearest).position().distanceMetersTo(point)) {
        nearest = i;
      }
    }
    return nearest;
  }

  /** The way from one stop to another. */
  public Route ride(int fromStop, int toStop) {
    double from = stops.get(fromStop).alongMeters();
    double to = stops.get(toStop).alongMeters();
    return from <= to ? track.section(from, to) : track.section(to, from).reversed();
  }

  /** How far along {@link #ride} the stops between lie, in riding order. */
  public List<Double> stopsBetween(int fromStop, int toStop) {
    double start = stops.get(fromStop).alongMeters();
    return stops.subList(Math.min(fromStop, toStop) + 1, Math.max(fromStop, toStop)).stream()
        .map(stop -> Math.abs(stop.alongMeters() - start))
        .sorted()
        .toList();
  }
}
