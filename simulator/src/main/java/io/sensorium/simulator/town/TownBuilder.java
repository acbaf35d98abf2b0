package io.sensorium.simulator.town;

import io.sensorium.core.timeline.TransportMode;
import io.sensorium.simulator.random.Dice;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws a town: an irregular grid for the centre, a smaller one some kilometres away, and what
 * joins them.
 */
final class TownBuilder {

  private static final int CENTER_SIZE = 33;
  private static final int SUBURB_SIZE = 13;
  private static final int BUS_STOP_EVERY_CROSSINGS = 3;

  private static final List<Double> BUS_LINE_SHARES = List.of(0.5, 0.25, 0.75, 0.05, 0.95);

  private final TownSetting setting;
  private final Dice dice;
  private final StreetPlan plan;

  TownBuilder(TownSetting setting, long seed) {
    this.setting = setting;
    this.dice = new Dice(seed).fork("town " + setting.name());
    this.plan = new StreetPlan(dice.fork("streets"));
  }

  Town build() {
    double axisRad = dice.uniform(0, 2 * Math.PI);
    double suburbMeters = dice.uniform(11_000, 15_000);
    var axis = new Axis(StrictMath.sin(axisRad), StrictMath.cos(axisRad));
    var center = plan.addDistrict(new Point(0, 0), CENTER_SIZE);
    var suburb = plan.addDistrict(axis.at(suburbMeters, 0), SUBURB_SIZE);
    int gate = center.nearestMainCrossing(axis.at(2_600, 0));
    int suburbGate = suburb.nearestMainCrossing(axis.at(suburbMeters - 1_100, 0));
    plan.join(gate, suburbGate, RoadClass.MOTORWAY, 900);
    plan.join(gate, suburbGate, RoadClass.SECONDARY, -500);
    var graph = plan.build();
    return new Town(
        setting,
        new LocalPlane(setting.center()),
        graph,
        new Router(graph),
        busLines(graph, center),
        railway(graph, axis, suburbMeters),
        places(graph, center, suburb));
  }

  private record Axis(double east, double north) {

    Point at(double alongMeters, double asideMeters) {
      return new Point(
          alongMeters * east + asideMeters * north, alongMeters * north - asideMeters * east);
    }
  }

  private static List<TransitLine> busLines(StreetGraph graph, StreetPlan.District center) {
    var lines = new ArrayList<TransitLine>();
    for (double share : BUS_LINE_SHARES) {
      lines.add(busLine(graph, "bus-" + lines.size(), center.mainRow(share)));
      lines.add(busLine(graph, "bus-" + lines.size(), center.mainColumn(share)));
    }
    return lines;
  }

  private static TransitLine busLine(StreetGraph graph, String name, List<Integer> crossings) {
    var builder = new Route.Builder();
    for (int crossing : crossings) {
      builder.add(graph.crossing(crossing), RoadClass.TERTIARY, graph.hasSignal(crossing));
    }
    var track = builder.build();
    var stops = new ArrayList<TransitLine.Stop>();
    for (int i = 1; i < crossings.size(); i += BUS_STOP_EVERY_CROSSINGS) {
      var vertex = track.vertices().get(i);
      var spot = graph.nearestSpot(vertex.at());
      stops.add(
          new TransitLine.Stop(
              name + "-stop-" + stops.size(), vertex.at(), spot, vertex.alongMeters()));
    }
    return new TransitLine(name, TransportMode.BUS, track, stops);
  }

  private static TransitLine railway(StreetGraph graph, Axis axis, double suburbMeters) {
    var builder = new Route.Builder();
    for (double along = -2_600; along <= suburbMeters + 1_500; along += 100) {
      builder.add(axis.at(along, 350 * StrictMath.sin(along / 2_200)), RoadClass.RAIL, false);
    }
    var track = builder.build();
    var stops = new ArrayList<TransitLine.Stop>();
    for (double along : List.of(-1_900.0, 0.0, 1_900.0, suburbMeters / 2, suburbMeters)) {
      double onTrack = nearestAlongMeters(track, axis.at(along, 0));
      var position = track.positionAt(onTrack);
      stops.add(
          new TransitLine.Stop(
              "station-" + stops.size(), position, graph.nearestSpot(position), onTrack));
    }
    return new TransitLine("rail-1", TransportMode.TRAIN, track, stops);
  }

  private static double nearestAlongMeters(Route track, Point point) {
    var nearest = track.vertices().getFirst();
    for (var vertex : track.vertices()) {
      if (vertex.at().distanceMetersTo(point) < nearest.at().distanceMetersTo(point)) {
        nearest = vertex;
      }
    }
    return nearest.alongMeters();
  }

  private List<Place> places(
      StreetGraph graph, StreetPlan.District center, StreetPlan.District suburb) {
    var places = new ArrayList<Place>();
    var settlers = dice.fork("places");
    for (var kind : PlaceKind.values()) {
      int count = countOf(kind);
      for (int i = 0; i < count; i++) {
        boolean outside = settlers.chance(0.25);
        int street = (outside ? suburb : center).pickBuiltStreet(settlers);
        places.add(place(graph, kind, places.size(), street, outside, settlers));
      }
    }
    return places;
  }

  private static int countOf(PlaceKind kind) {
    return switch (kind) {
      case HOME -> 240;
      case OFFICE -> 60;
      case SCHOOL -> 12;
      case SHOP -> 48;
      case GYM -> 10;
      case RESTAURANT -> 50;
    };
  }

  private static Place place(
      StreetGraph graph, PlaceKind kind, int number, int street, boolean suburb, Dice dice) {
    var spot = new StreetSpot(street, dice.uniform(0.15, 0.85));
    var from = graph.crossing(graph.street(street).from());
    var to = graph.crossing(graph.street(street).to());
    double length = from.distanceMetersTo(to);
    double aside = dice.uniform(12, 28) * (dice.chance(0.5) ? 1 : -1);
    var position =
        graph
            .positionOf(spot)
            .plus(
                aside * (to.northMeters() - from.northMeters()) / length,
                -aside * (to.eastMeters() - from.eastMeters()) / length);
    var name = kind.name().toLowerCase(Locale.ROOT) + "-" + number;
    return new Place(name, kind, position, spot, suburb);
  }
}
