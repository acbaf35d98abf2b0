package io.sensorium.benchmarks.surroundings;

import io.sensorium.analysis.surroundings.Thing;
import io.sensorium.atlas.roads.RoadClass;
import io.sensorium.atlas.roads.RoadGraph;
import io.sensorium.atlas.roads.Travel;
import io.sensorium.benchmarks.matching.DrivenRoute;
import io.sensorium.core.timeline.TransportMode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** The ways of a region that a vehicle takes. */
final class VehicleNetwork implements DrivenRoute.Network {

  private static final double LINE_METERS = 5;
  private static final double BICYCLE_MPS = 5;
  private static final double QUIET_BICYCLE_MPS = 6;
  private static final double TRACK_MPS = 15;
  private static final Set<RoadClass> FAST_ROADS =
      Set.of(RoadClass.TRUNK, RoadClass.TRUNK_LINK, RoadClass.STEPS);
  private static final Set<RoadClass> QUIET_WAYS =
      Set.of(RoadClass.CYCLEWAY, RoadClass.RESIDENTIAL, RoadClass.LIVING_STREET);

  private final MapRegion region;
  private final TransportMode mode;
  private final Map<Integer, Boolean> onLine = new HashMap<>(); // by undirected edge

  VehicleNetwork(MapRegion region, TransportMode mode) {
    this.region = region;
    this.mode = mode;
  }

  RoadGraph graph() {
    return region.graph();
  }

  /** All directed edges that the vehicle takes. */
  List<Integer> edges() {
    return IntStream.range(0, 2 * region.graph().edgeCount())
        .filter(edge -> mps(edge) > 0)
        .boxed()
        .toList();
  }

  @Override
  public double mps(int directed) {
    var road = region.graph().roadClass(directed);
    return switch (mode) {
      case BIKING -> bicycleMps(directed, road);
      case CAR -> carMps(directed, road, Travel.CAR);
      case BUS -> isOnBusLine(directed) ? carMps(directed, road, Travel.BUS) : 0;
      case TRAM -> road == RoadClass.TRAM || road == RoadClass.LIGHT_RAIL ? TRACK_MPS : 0;
      case SUBWAY -> road == RoadClass.SUBWAY ? TRACK_MPS : 0;
      case TRAIN -> road == RoadClass.RAIL || road == RoadClass.NARROW_GAUGE ? TRACK_MPS : 0;
      default -> throw new IllegalArgumentException("no vehicle: " + mode);
    };
  }

  private double bicycleMps(int directed, RoadClass road) {
    if (!region.graph().isAllowed(directed, Travel.BICYCLE) || FAST_ROADS.contains(road)) {
      return 0;
    }
    return QUIET_WAYS.contains(road) ? QUIET_BICYCLE_MPS : BICYCLE_MPS;
  }

  private double carMps(int directed, RoadClass road, Travel travel) {
    boolean drivable = region.graph().isAllowed(directed, travel) && road != RoadClass.TRACK;
    return drivable ? DrivenRoute.cruiseMps(road) : 0;
  }

  private boolean isOnBusLine(int directed) {
    return onLine.computeIfAbsent(directed >> 1, this::liesOnBusLine);
  }

  private boolean liesOnBusLine(int edge) {
    var graph = region.graph();
    int first = graph.firstPoint(edge);
    int last = graph.firstPoint(edge + 1) - 1;
    double latitudeDeg = (graph.latitudeE7(first) + (double) graph.latitudeE7(first + 1)) / 2e7;
    double longitudeDeg = (graph.longitudeE7(first) + (double) graph.longitudeE7(first + 1)) / 2e7;
    return last > first
        && region.surroundings().metersTo(Thing.BUS_ROUTE, latitudeDeg, longitudeDeg, LINE_METERS)
            <= LINE_METERS;
  }
}
