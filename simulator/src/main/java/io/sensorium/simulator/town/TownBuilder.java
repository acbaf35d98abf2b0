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
  private static final double FAR_METERS = 6_000;
  static final double RAIL_KMH = 120;

  private static final double TRAM_LINE_SHARE = 0.4;
  private static final List<Double> BUS_LINE_SHARES = List.of(0.5, 0.25, 0.75, 0.05, 0.95);

  private final TownSetting setting;
  private final Dice dice;
  private final StreetPlan plan;

  TownBuilder(TownSetting setting, long seed) {
    this.setting = setting;
    this.dice = new Dice(seed).fork("town " + setting.name());
    this.plan = new StreetPlan(dice.fork("streets"), setting.law());
  }

  Town build() {
    double axisRad = dice.uniform(0, 2 * Math.PI);
    double suburbMeters = dice.uniform(11_000, 15_000);
    var axis = new Axis(StrictMath.sin(axisRad), StrictMath.cos(axisRad));
    var center = plan.addDistrict(new Point(0, 0), CENTER_SIZE, "Street", "Lane");
    var suburb = plan.addDistrict(axis.at(suburbMeters, 0), SUBURB_SIZE, "Avenue", "Road");
    var roads = new RuralRoads(plan, setting.law());
    roads.join(
        center.nearestMainCrossing(axis.at(FAR_METERS, 0)),
        suburb.nearestMainCrossing(axis.at(suburbMeters - FAR_METERS, 0)));
    var land = Land.around(axis, suburbMeters);
    leadOut(roads, center, land);
    var graph = plan.build();
    return new Town(
        setting,
        new LocalPlane(setting.center()),
        land,
        graph,
        new Router(graph),
        busLines(graph, center),
        tramLine(graph, center),
        railway(graph, axis, suburbMeters),
        places(graph, center, suburb));
  }

  /** Roads that nobody of the town drives every day: to the ferry, the airport, and away. */
  private static void leadOut(RuralRoads roads, StreetPlan.District center, Land land) {
    var axis = land.axis();
    int harbour =
        roads.leadOut(
            center.nearestMainCrossing(axis.at(-FAR_METERS, 0)),
            RoadClass.UNCLASSIFIED,
            "Ferry Road",
            List.of(land.ferryHere()));
    roads.leadOut(
        harbour, RoadClass.TRACK, "", List.of(axis.at(-3_950, 400), axis.at(-3_900, 900)));
    roads.leadOut(
        center.nearestMainCrossing(axis.at(0, -FAR_METERS)),
        RoadClass.TRUNK,
        "",
        List.of(axis.at(0, -4_400), axis.at(-300, -5_500), axis.at(-900, -6_800)));
    int apron =
        roads.leadOut(
            center.nearestMainCrossing(axis.at(1_000, -FAR_METERS)),
            RoadClass.UNCLASSIFIED,
            "Airport Road",
            List.of(axis.at(3_800, -3_600), land.terminal()));
    roads.leadOut(apron, RoadClass.SERVICE, "", List.of(land.terminal().plus(90, 40)));
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
    for (int i = 0; i < crossings.size(); i++) {
      int here = crossings.get(i);
      int before = crossings.get(Math.max(0, i - 1));
      int next = i + 1 < crossings.size() ? crossings.get(i + 1) : before;
      builder.add(graph.crossing(here), graph.roadwayBetween(here, next), graph.hasSignal(here));
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

  /** A tram's rails lie on the road, beside its middle; nobody of the town rides it. */
  private static TransitLine tramLine(StreetGraph graph, StreetPlan.District center) {
    var line = busLine(graph, "tram-1", center.mainRow(TRAM_LINE_SHARE));
    return new TransitLine(line.name(), TransportMode.TRAM, line.track(), line.stops());
  }

  private static TransitLine railway(StreetGraph graph, Axis axis, double suburbMeters) {
    var rail = new Roadway(graph.streets().size() + 1L, RoadClass.RAIL, RAIL_KMH);
    var builder = new Route.Builder();
    for (double along = -2_600; along <= suburbMeters + 1_500; along += 100) {
      builder.add(axis.at(along, 350 * StrictMath.sin(along / 2_200)), rail, false);
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
