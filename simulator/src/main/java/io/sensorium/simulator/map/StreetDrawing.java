package io.sensorium.simulator.map;

import io.sensorium.simulator.town.RoadClass;
import io.sensorium.simulator.town.Street;
import io.sensorium.simulator.town.StreetGraph;
import io.sensorium.simulator.town.Town;
import io.sensorium.simulator.town.TrafficLaw;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Draws the streets, each as a way of its own, and the traffic lights. */
final class StreetDrawing {

  private StreetDrawing() {}

  /** Draws them; returns the nodes of the crossings, in their order. */
  static List<Long> draw(Town town, MapSheet sheet) {
    var graph = town.streets();
    var nodes = new ArrayList<Long>();
    for (int crossing = 0; crossing < graph.crossingCount(); crossing++) {
      nodes.add(sheet.node(graph.crossing(crossing), tagsOf(graph, crossing)));
    }
    for (var street : graph.streets()) {
      long id =
          sheet.way(
              List.of(nodes.get(street.from()), nodes.get(street.to())),
              tags(street, town.setting().law()));
      if (id != street.roadway().wayId()) {
        throw new IllegalStateException("way " + id + " is not " + street);
      }
    }
    return nodes;
  }

  private static Map<String, String> tagsOf(StreetGraph graph, int crossing) {
    return graph.hasSignal(crossing) ? Map.of("highway", "traffic_signals") : Map.of();
  }

  private static Map<String, String> tags(Street street, TrafficLaw law) {
    var tags = new HashMap<String, String>();
    tags.put("highway", street.road().mapName());
    if (!street.name().isEmpty()) {
      tags.put("name", street.name());
    }
    if (street.signed()) {
      tags.put("maxspeed", law.signOf(street.roadway().limitKmh()));
    }
    addFlow(tags, street);
    addRef(tags, street.road());
    return tags;
  }

  private static void addFlow(Map<String, String> tags, Street street) {
    switch (street.flow()) {
      case BOTH_WAYS -> {}
      case ONE_WAY -> {
        tags.put("oneway", "yes");
        if (street.road() == RoadClass.RESIDENTIAL) {
          tags.put("oneway:bicycle", "no");
        }
      }
      case ROUNDABOUT -> tags.put("junction", "roundabout");
    }
  }

  private static void addRef(Map<String, String> tags, RoadClass road) {
    switch (road) {
      case MOTORWAY -> tags.put("ref", "A1");
      case TRUNK -> tags.put("ref", "N7");
      case CYCLEWAY -> tags.put("segregated", "no");
      case MOTORWAY_LINK,
          PRIMARY,
          SECONDARY,
          TERTIARY,
          UNCLASSIFIED,
          RESIDENTIAL,
          LIVING_STREET,
          SERVICE,
          TRACK,
          FOOTWAY,
          RAIL -> {}
    }
  }
}
