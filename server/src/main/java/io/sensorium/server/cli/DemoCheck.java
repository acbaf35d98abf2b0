package io.sensorium.server.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** Whether a demo tells of its people what the town's map knows. */
final class DemoCheck {

  /** Of the streets on which people of the town live, shop and work; some have no sign. */
  private static final double LEAST_LIMITED_RATIO = 0.5;

  private final AdminClient person;
  private final String events;
  private final List<String> missing = new ArrayList<>();

  /**
   * A check of one person's days.
   *
   * @param events path of the person's timeline, in which are stays and drives
   */
  DemoCheck(AdminClient person, String events) {
    this.person = person;
    this.events = events;
  }

  /** What the person's timeline lacks; empty when it is as it should be. */
  List<String> missing() {
    var timeline = person.get(events).valueStream().toList();
    var stays = timeline.stream().filter(it -> isA(it, "Stationary")).toList();
    expect(stays, it -> !it.at("/address/city").isNull(), "a stay in a city");
    expect(stays, it -> !it.at("/location/place/name").isNull(), "a stay at a place with a name");
    var waypoints = new ArrayList<JsonNode>();
    for (var event : timeline) {
      if (isA(event, "Transport") && event.path("mode").asString().equals("car")) {
        person.get(trajectory(event)).path("waypoints").forEach(waypoints::add);
      }
    }
    expect(waypoints, it -> !it.path("road_type").isNull(), "a drive on a road of the map");
    long limited = waypoints.stream().filter(it -> !it.path("speed_limit").isNull()).count();
    if (limited < LEAST_LIMITED_RATIO * waypoints.size()) {
      missing.add("speed limits: " + limited + " of " + waypoints.size() + " waypoints have one");
    }
    return List.copyOf(missing);
  }

  private static boolean isA(JsonNode event, String type) {
    return event.path("type").asString().equals(type);
  }

  private String trajectory(JsonNode event) {
    var timeline = events.substring(0, events.indexOf('?')).replace("/v2/", "/v3/");
    return timeline + "/" + event.path("event_id").asString() + "/trajectory";
  }

  private void expect(List<JsonNode> items, Predicate<JsonNode> test, String what) {
    if (items.stream().noneMatch(test)) {
      missing.add(what);
    }
  }
}
