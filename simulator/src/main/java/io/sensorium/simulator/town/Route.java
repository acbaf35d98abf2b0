package io.sensorium.simulator.town;

import java.util.ArrayList;
import java.util.List;

/** A way through the town, vertex by vertex. */
public record Route(List<RouteVertex> vertices) {

  public Route {
    vertices = List.copyOf(vertices);
    if (vertices.isEmpty()) {
      throw new IllegalArgumentException("a route has at least one vertex");
    }
  }

  public double lengthMeters() {
    return vertices.getLast().alongMeters();
  }

  public Point start() {
    return vertices.getFirst().at();
  }

  public Point end() {
    return vertices.getLast().at();
  }

  /** This way, and then the other. */
  public Route then(Route next) {
    var builder = new Builder();
    vertices.forEach(v -> builder.add(v.at(), v.on(), v.signal()));
    next.vertices.forEach(v -> builder.add(v.at(), v.on(), v.signal()));
    return builder.build();
  }

  /** The same way from its end to its start. */
  public Route reversed() {
    var builder = new Builder();
    for (int i = vertices.size() - 1; i >= 0; i--) {
      var on = vertices.get(Math.max(0, i - 1)).on();
      builder.add(vertices.get(i).at(), on, vertices.get(i).signal());
    }
    return builder.build();
  }

  /** The part between two distances from the start. */
  public Route section(double fromMeters, double toMeters) {
    var builder = new Builder();
    builder.add(positionAt(fromMeters), roadwayAt(fromMeters), false);
    for (var vertex : vertices) {
      if (vertex.alongMeters() > fromMeters && vertex.alongMeters() < toMeters) {
        builder.add(vertex.at(), vertex.on(), vertex.signal());
      }
    }
    builder.add(positionAt(toMeters), roadwayAt(toMeters), false);
    return builder.build();
  }

  public Point positionAt(double alongMeters) {
    int vertex = vertexBefore(alongMeters);
    var from = vertices.get(vertex);
    if (vertex == vertices.size() - 1) {
      return from.at();
    }
    var to = vertices.get(vertex + 1);
    double fraction = (alongMeters - from.alongMeters()) / (to.alongMeters() - from.alongMeters());
    return from.at().towards(to.at(), Math.clamp(fraction, 0, 1));
  }

  public Roadway roadwayAt(double alongMeters) {
    return vertices.get(vertexBefore(alongMeters)).on();
  }

  private int vertexBefore(double alongMeters) {
    int low = 0;
    int high = vertices.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (vertices.get(middle).alongMeters() <= alongMeters) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  /** Lays vertices one after the other; one that lies on its forerunner is left out. */
  public static final class Builder {

    private static final double SAME_METERS = 0.01;

    private final List<RouteVertex> vertices = new ArrayList<>();

    public Builder add(Point at, Roadway on, boolean signal) {
      if (vertices.isEmpty()) {
        vertices.add(new RouteVertex(at, 0, on, signal));
        return this;
      }
      var last = vertices.getLast();
      double meters = last.at().distanceMetersTo(at);
      if (meters < SAME_METERS) {
        boolean either = last.signal() || signal;
        vertices.set(
            vertices.size() - 1, new RouteVertex(last.at(), last.alongMeters(), on, either));
      } else {
        vertices.add(new RouteVertex(at, last.alongMeters() + meters, on, signal));
      }
      return this;
    }

    public Route build() {
      return new Route(vertices);
    }
  }
}
