package io.sensorium.simulator.map;

import io.sensorium.atlas.osm.OsmWriter.Member;
import io.sensorium.simulator.town.Point;
import io.sensorium.simulator.town.RouteVertex;
import io.sensorium.simulator.town.Town;
import io.sensorium.simulator.town.TransitLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws the railway, the tram and the lines of buses. */
final class LineDrawing {

  private static final double TRAM_ASIDE_METERS = 4;

  private LineDrawing() {}

  static void draw(Town town, MapSheet sheet) {
    drawRailway(town, sheet);
    drawTram(town, sheet);
    for (var line : town.buses()) {
      drawBusLine(line, town, sheet);
    }
  }

  private static void drawRailway(Town town, MapSheet sheet) {
    var line = town.railway();
    long track =
        sheet.line(
            points(line),
            Map.of("railway", "rail", "usage", "main", "bridge", "viaduct", "layer", "1"));
    if (track != line.track().vertices().getFirst().on().wayId()) {
      throw new IllegalStateException("the railway's way is not " + track);
    }
    var members = new ArrayList<>(List.of(MapSheet.ofWay(track, "")));
    for (int i = 0; i < line.stops().size(); i++) {
      var name = town.setting().name() + " Station " + (i + 1);
      var tags =
          Map.of("railway", "station", "public_transport", "station", "train", "yes", "name", name);
      members.add(MapSheet.ofNode(sheet.node(line.stops().get(i).position(), tags), "stop"));
    }
    sheet.relation(members, route("train", "IC 1"));
  }

  private static void drawTram(Town town, MapSheet sheet) {
    var line = town.tram();
    var rails = new ArrayList<Point>();
    var vertices = line.track().vertices();
    for (int i = 0; i < vertices.size(); i++) {
      var before = vertices.get(Math.max(0, i - 1)).at();
      var after = vertices.get(Math.min(vertices.size() - 1, i + 1)).at();
      rails.add(aside(vertices.get(i).at(), before, after));
    }
    long track = sheet.line(rails, Map.of("railway", "tram"));
    var members = new ArrayList<>(List.of(MapSheet.ofWay(track, "")));
    for (var stop : line.stops()) {
      var tags = Map.of("railway", "tram_stop", "name", stop.name());
      members.add(MapSheet.ofNode(sheet.node(stop.position(), tags), "stop"));
    }
    sheet.relation(members, route("tram", "T1"));
  }

  private static Point aside(Point at, Point before, Point after) {
    double meters = before.distanceMetersTo(after);
    return at.plus(
        TRAM_ASIDE_METERS * (after.northMeters() - before.northMeters()) / meters,
        -TRAM_ASIDE_METERS * (after.eastMeters() - before.eastMeters()) / meters);
  }

  private static void drawBusLine(TransitLine line, Town town, MapSheet sheet) {
    var members = new ArrayList<Member>();
    line.track().vertices().stream()
        .map(vertex -> vertex.on().wayId())
        .distinct()
        .forEach(way -> members.add(MapSheet.ofWay(way, "")));
    for (var stop : line.stops()) {
      var name = town.streets().street(stop.spot().street()).name();
      var tags =
          Map.of("highway", "bus_stop", "public_transport", "platform", "bus", "yes", "name", name);
      members.add(MapSheet.ofNode(sheet.node(stop.position().plus(5, 5), tags), "platform"));
    }
    sheet.relation(members, route("bus", line.name().replace("bus-", "")));
  }

  private static Map<String, String> route(String kind, String ref) {
    return Map.of("type", "route", "route", kind, "ref", ref, "name", kind + " " + ref);
  }

  private static List<Point> points(TransitLine line) {
    return line.track().vertices().stream().map(RouteVertex::at).toList();
  }
}
