package io.sensorium.simulator.map;

import io.sensorium.simulator.town.Point;
import io.sensorium.simulator.town.Town;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Draws the borders around the town, from the country's to those of its two municipalities. */
final class BorderDrawing {

  private static final double COUNTRY_HALF_METERS = 60_000;
  private static final double REGION_HALF_METERS = 50_000;
  private static final double DISTRICT_HALF_METERS = 40_000;
  private static final double CENTER_HALF_METERS = 4_500;
  private static final double SUBURB_HALF_METERS = 1_700;

  private BorderDrawing() {}

  static void draw(Town town, MapSheet sheet) {
    var setting = town.setting();
    var middle = new Point(0, 0);
    draw(sheet, middle, COUNTRY_HALF_METERS, 2, setting.country(), List.of());
    draw(sheet, middle, REGION_HALF_METERS, 4, setting.region(), List.of());
    draw(sheet, middle, DISTRICT_HALF_METERS, 6, setting.name() + " District", List.of());
    long city = sheet.node(middle, Map.of("place", "city", "name", setting.name()));
    draw(sheet, middle, CENTER_HALF_METERS, 8, setting.name(), List.of(city));
    var suburb = town.land().axis().at(town.land().suburbMeters(), 0);
    long smaller = sheet.node(suburb, Map.of("place", "town", "name", setting.suburbName()));
    draw(sheet, suburb, SUBURB_HALF_METERS, 8, setting.suburbName(), List.of(smaller));
  }

  private static void draw(
      MapSheet sheet, Point middle, double halfMeters, int level, String name, List<Long> labels) {
    long ring = sheet.area(LandDrawing.square(middle, halfMeters), Map.of());
    var members = new ArrayList<>(List.of(MapSheet.ofWay(ring, "outer")));
    labels.forEach(label -> members.add(MapSheet.ofNode(label, "admin_centre")));
    sheet.relation(
        members,
        Map.of(
            "type",
            "boundary",
            "boundary",
            "administrative",
            "admin_level",
            Integer.toString(level),
            "name",
            name));
  }
}
