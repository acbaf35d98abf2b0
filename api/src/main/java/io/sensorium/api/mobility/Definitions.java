package io.sensorium.api.mobility;

import io.sensorium.api.common.Handler;
import io.sensorium.api.common.Response;
import java.util.Comparator;
import java.util.List;

/** The definitions lists: all that may ever be named in a person's segments and moments. */
final class Definitions {

  /** A definition as it is served. */
  private record Definition(String id, String displayName, String description) {}

  private static final List<Definition> SEGMENTS =
      List.of(
          new Definition(
              "lifestyle.brand_loyalty.supermarket",
              "Supermarket loyalist",
              "Somebody who mostly shops at one supermarket brand."),
          new Definition(
              "lifestyle.culture_buff",
              "Culture buff",
              "Somebody who likes museums, theatres and arts centres."),
          new Definition("lifestyle.resto_lover", "Resto-lover", "Somebody who likes to eat out."),
          new Definition("lifestyle.sportive", "Sportive", "Somebody who does sports regularly."),
          new Definition(
              "mobility.long_commuter",
              "Long commuter",
              "Somebody whose way between home and work is long."));

  private static final List<Definition> MOMENTS =
      List.of(
          new Definition(
              "afternoon", "Afternoon", "The time between lunch and the person's evening."),
          new Definition("city_name", "City", "The city that the person is in."),
          new Definition(
              "commute_from_home",
              "Commute to work",
              "Active when the person leaves home and is expected to go to work."),
          new Definition(
              "commute_from_work",
              "Commute to home",
              "Active when the person leaves work and is expected to go home."),
          new Definition("country", "Country", "The country that the person is in."),
          new Definition("lunch", "Lunch", "The person's lunch time."),
          new Definition(
              "working_at_work",
              "Working at work",
              "Active while the person works at the place of work; a short outing does not end"
                  + " it."));

  private Definitions() {}

  /** {@code GET /v2/segment_definitions}; needs no credential. */
  static Handler segments() {
    return list("SegmentDefinition", SEGMENTS);
  }

  /** {@code GET /v2/moment_definitions}; needs no credential. */
  static Handler moments() {
    return list("MomentDefinition", MOMENTS);
  }

  private static Handler list(String type, List<Definition> definitions) {
    var sorted = definitions.stream().sorted(Comparator.comparing(Definition::id)).toList();
    return request ->
        Response.json(
            json -> {
              json.beginArray();
              for (var definition : sorted) {
                json.beginObject();
                json.field("type", type);
                json.field("id", definition.id());
                json.field("display_name", definition.displayName());
                json.field("description", definition.description());
                json.endObject();
              }
              json.endArray();
            });
  }
}
