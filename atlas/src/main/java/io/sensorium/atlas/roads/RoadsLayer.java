package io.sensorium.atlas.roads;

import io.sensorium.atlas.limits.Countries;
import io.sensorium.atlas.limits.LegalDefaults;
import io.sensorium.atlas.osm.ElementType;
import io.sensorium.atlas.osm.Members;
import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.osm.OsmVisitor;
import io.sensorium.atlas.osm.Tags;
import io.sensorium.atlas.region.ImportProgress;
import io.sensorium.atlas.region.MapLayer;
import io.sensorium.core.time.ZoneLookup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.function.LongPredicate;

/** The network of roads, rails and ferry ways, with its speed limits. */
public final class RoadsLayer implements MapLayer<RoadGraph> {

  private static final int FORMAT = 3;

  private final Countries countries;
  private final LongPredicate hidden;

  /**
   * A layer whose limits are what is likely by the law and by signs around where no sign is mapped.
   *
   * @param zones tell the country of a road
   */
  public RoadsLayer(ZoneLookup zones) {
    this(zones, _ -> false);
  }

  private RoadsLayer(ZoneLookup zones, LongPredicate hidden) {
    this.countries = new Countries(zones);
    this.hidden = hidden;
  }

  /**
   * A layer as if some signs were not mapped; serves to measure how well limits are told there.
   *
   * @param hidden tells by the id of a way whether all tags of its signs are passed over
   */
  public static RoadsLayer hidingSigns(ZoneLookup zones, LongPredicate hidden) {
    return new RoadsLayer(zones, hidden);
  }

  @Override
  public String name() {
    return "roads";
  }

  @Override
  public int format() {
    return FORMAT;
  }

  @Override
  public List<String> answers() {
    return List.of("road_type", "speed_limit");
  }

  @Override
  public Class<RoadGraph> type() {
    return RoadGraph.class;
  }

  @Override
  public RoadGraph open(Path directory) throws IOException {
    return RoadGraph.open(directory);
  }

  @Override
  public void build(OsmFile source, Path directory, ImportProgress progress) throws IOException {
    var builder = new RoadGraphBuilder();
    var defaults = LegalDefaults.load();
    var limits = new WayLimits(defaults, hidden);
    double fileBytes = source.sizeBytes();
    source.read(
        EnumSet.of(ElementType.WAY, ElementType.RELATION),
        new WayVisitor(builder, limits),
        bytes -> progress.show(bytes / fileBytes / 3, builder.wayCount() + " ways"));
    builder.finishWays();
    source.read(
        EnumSet.of(ElementType.NODE),
        new OsmVisitor() {
          @Override
          public void node(long id, int latitudeE7, int longitudeE7, Tags tags) {
            builder.setNode(id, latitudeE7, longitudeE7);
          }
        },
        bytes -> progress.show((1 + bytes / fileBytes) / 3, "places of nodes"));
    progress.show(2.0 / 3, "graph");
    builder.write(directory, new RegionLimits(limits, defaults, countries));
    limits.writeTexts(directory);
    progress.show(1, builder.wayCount() + " ways");
  }

  /** Takes in the ways that something travels on, and the turns that are forbidden. */
  private record WayVisitor(RoadGraphBuilder builder, WayLimits limits) implements OsmVisitor {

    @Override
    public void way(long id, long[] nodeIds, int nodeCount, Tags tags) {
      RoadClass.of(tags)
          .ifPresent(
              road ->
                  builder.addWay(
                      new RoadGraphBuilder.WayFacts(
                          id, road, Travel.accessOf(road, tags), limits.add(id, road, tags)),
                      nodeIds,
                      nodeCount));
    }

    @Override
    public void relation(long id, Members members, Tags tags) {
      var restriction = tags.find("restriction");
      if (restriction == null || !tags.has("type", "restriction")) {
        return;
      }
      long from = -1;
      long via = -1;
      long to = -1;
      for (int i = 0; i < members.size(); i++) {
        switch (members.role(i)) {
          case "from" -> from = members.id(i);
          case "via" -> via = members.type(i) == ElementType.NODE ? members.id(i) : -1;
          case "to" -> to = members.id(i);
          default -> {
            // such as the sign itself
          }
        }
      }
      if (from >= 0 && via >= 0 && to >= 0) {
        builder.addRestriction(from, via, to, restriction.startsWith("only_"));
      }
    }
  }
}
