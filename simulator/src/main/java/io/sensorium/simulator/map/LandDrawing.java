package io.sensorium.simulator.map;

import io.sensorium.simulator.town.Land;
import io.sensorium.simulator.town.Point;
import io.sensorium.simulator.town.Town;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws the river with its ferry, the airport, and how the land is used. */
final class LandDrawing {

  private static final double BLOCK_METERS = 150;
  private static final double CENTER_HALF_METERS = 2_450;
  private static final double SUBURB_HALF_METERS = 950;

  private final Town town;
  private final Land land;
  private final MapSheet sheet;

  private LandDrawing(Town town, MapSheet sheet) {
    this.town = town;
    this.land = town.land();
    this.sheet = sheet;
  }

  static void draw(Town town, MapSheet sheet, List<Long> crossings) {
    var drawing = new LandDrawing(town, sheet);
    drawing.drawRiver();
    drawing.drawFerry(crossings.get(drawing.crossingAt(town.land().ferryHere())));
    drawing.drawAirport();
    drawing.drawLandUse();
  }

  private void drawRiver() {
    var banks = new ArrayList<Point>();
    var river = land.river();
    for (var point : river) {
      banks.add(bank(point, 1));
    }
    for (var point : river.reversed()) {
      banks.add(bank(point, -1));
    }
    sheet.area(banks, Map.of("natural", "water", "water", "river", "name", "Lys"));
    sheet.line(river, Map.of("waterway", "river", "name", "Lys"));
  }

  private Point bank(Point middle, int towardsTown) {
    double aside = towardsTown * Land.RIVER_HALF_METERS;
    return middle.plus(aside * land.axis().east(), aside * land.axis().north());
  }

  private int crossingAt(Point point) {
    var graph = town.streets();
    for (int crossing = 0; crossing < graph.crossingCount(); crossing++) {
      if (graph.crossing(crossing).equals(point)) {
        return crossing;
      }
    }
    throw new IllegalStateException("no street leads to " + point);
  }

  private void drawFerry(long here) {
    long there = sheet.node(land.ferryThere(), Map.of());
    sheet.way(
        List.of(here, there),
        Map.of("route", "ferry", "name", "Lys Ferry", "motor_vehicle", "yes"));
    for (var landing : List.of(land.ferryHere(), land.ferryThere())) {
      sheet.node(landing.plus(3, 3), Map.of("amenity", "ferry_terminal", "name", "Lys Ferry"));
    }
    var hamlet = bank(land.ferryThere(), -6);
    sheet.way(
        List.of(there, sheet.node(hamlet, Map.of())),
        Map.of("highway", "unclassified", "name", "Landing Road"));
    sheet.node(hamlet.plus(20, 20), Map.of("place", "hamlet", "name", "Overbank"));
  }

  private void drawAirport() {
    var name = town.setting().name() + " Airport";
    sheet.area(land.airport(), Map.of("aeroway", "aerodrome", "name", name));
    sheet.line(land.runway(), Map.of("aeroway", "runway", "ref", "07/25", "surface", "asphalt"));
    sheet.area(
        square(land.terminal().plus(60, 60), 40),
        Map.of("aeroway", "terminal", "building", "yes", "name", name));
  }

  private void drawLandUse() {
    sheet.area(square(new Point(0, 0), CENTER_HALF_METERS), Map.of("landuse", "residential"));
    sheet.area(
        square(land.axis().at(land.suburbMeters(), 0), SUBURB_HALF_METERS),
        Map.of("landuse", "residential"));
    sheet.area(square(new Point(75, 75), 4 * BLOCK_METERS), Map.of("landuse", "retail"));
    sheet.area(
        square(land.axis().at(-1_800, 1_200), BLOCK_METERS), Map.of("landuse", "commercial"));
    sheet.area(
        square(land.axis().at(land.suburbMeters() / 2, 3_200), 900),
        Map.of("landuse", "forest", "name", "Long Wood"));
    sheet.area(
        square(land.axis().at(land.suburbMeters() / 2 - 1_500, 2_300), 500),
        Map.of("landuse", "farmland"));
  }

  /** The corners of a square along the compass. */
  static List<Point> square(Point middle, double halfMeters) {
    return List.of(
        middle.plus(-halfMeters, -halfMeters),
        middle.plus(halfMeters, -halfMeters),
        middle.plus(halfMeters, halfMeters),
        middle.plus(-halfMeters, halfMeters));
  }
}
