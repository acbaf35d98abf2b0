package io.sensorium.atlas.surroundings;

import io.sensorium.analysis.surroundings.Thing;
import io.sensorium.atlas.area.Boundaries;
import io.sensorium.atlas.area.IndexWriter;
import io.sensorium.atlas.osm.Tags;
import io.sensorium.atlas.segments.SegmentIndexWriter;
import io.sensorium.atlas.shape.Coverage;
import io.sensorium.atlas.shape.LayerFile;
import io.sensorium.atlas.shape.Line;
import io.sensorium.atlas.shape.Outline;
import io.sensorium.atlas.shape.WrittenDrawing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects what surrounds positions out of a map's file. */
final class SurroundingsDrawing implements WrittenDrawing<SurroundingsDrawing.Meaning> {

  /** What an element is; it may be several things at once. */
  record Meaning(Set<Thing> things, boolean water, boolean coast) {

    boolean isNothing() {
      return things.isEmpty() && !water && !coast;
    }
  }

  private static final int NO_RECORD = 0;

  private final Map<Thing, SegmentIndexWriter> things = new EnumMap<>(Thing.class);
  private final SegmentIndexWriter coasts = new SegmentIndexWriter();
  private final Boundaries aerodromes = new Boundaries(List.of());
  private final Boundaries waters = new Boundaries(List.of());
  private int aerodromeCount;
  private int waterCount;
  private Coverage coverage = Coverage.NONE;

  SurroundingsDrawing() {
    for (var thing : Thing.values()) {
      things.put(thing, new SegmentIndexWriter());
    }
  }

  @Override
  public @Nullable Meaning ofNode(Tags tags) {
    return tags.has("amenity", "ferry_terminal")
        ? new Meaning(EnumSet.of(Thing.FERRY_TERMINAL), false, false)
        : null;
  }

  @Override
  public @Nullable Meaning ofWay(Tags tags) {
    var found = EnumSet.noneOf(Thing.class);
    var railway = tags.find("railway");
    if (railway != null) {
      addTrack(found, railway);
    }
    if (isCrossing(tags) && (railway != null || tags.find("highway") != null)) {
      found.add(Thing.CROSSING);
    }
    addPlaces(found, tags);
    var meaning = new Meaning(found, isWater(tags), tags.has("natural", "coastline"));
    return meaning.isNothing() ? null : meaning;
  }

  private static void addTrack(Set<Thing> found, String railway) {
    switch (railway) {
      case "rail", "narrow_gauge" -> found.add(Thing.RAIL);
      case "tram", "light_rail" -> found.add(Thing.TRAM);
      case "subway" -> found.add(Thing.SUBWAY);
      default -> {}
    }
  }

  private static boolean isCrossing(Tags tags) {
    var bridge = tags.find("bridge");
    var tunnel = tags.find("tunnel");
    return (bridge != null && !bridge.equals("no")) || (tunnel != null && !tunnel.equals("no"));
  }

  private static void addPlaces(Set<Thing> found, Tags tags) {
    if (tags.has("route", "ferry")) {
      found.add(Thing.FERRY_WAY);
    }
    if (tags.has("amenity", "ferry_terminal")) {
      found.add(Thing.FERRY_TERMINAL);
    }
    if (tags.has("aeroway", "aerodrome")) {
      found.add(Thing.AERODROME);
    }
  }

  private static boolean isWater(Tags tags) {
    return tags.has("natural", "water")
        || tags.has("waterway", "riverbank")
        || tags.has("landuse", "reservoir");
  }

  @Override
  public @Nullable Meaning ofRelation(Tags tags) {
    var found = EnumSet.noneOf(Thing.class);
    if (tags.has("route", "bus") || tags.has("route", "trolleybus")) {
      found.add(Thing.BUS_ROUTE);
    }
    addPlaces(found, tags);
    var meaning = new Meaning(found, isWater(tags), false);
    return meaning.isNothing() ? null : meaning;
  }

  @Override
  public void point(Meaning meaning, long id, int latitudeE7, int longitudeE7) {
    coverage = coverage.with(latitudeE7, longitudeE7);
    for (var thing : meaning.things) {
      writer(thing).addPoint(latitudeE7, longitudeE7, NO_RECORD);
    }
  }

  @Override
  public void line(Meaning meaning, Line line) {
    if (meaning.coast) {
      coasts.add(line, NO_RECORD);
    }
    drawLines(meaning, List.of(line));
  }

  @Override
  public void relation(Meaning meaning, List<Line> lines, boolean whole, Set<Long> labels) {
    drawLines(meaning, lines);
  }

  private void drawLines(Meaning meaning, List<Line> lines) {
    for (var line : lines) {
      coverage = coverage.with(line);
    }
    for (var thing : meaning.things) {
      lines.forEach(line -> writer(thing).add(line, NO_RECORD));
    }
    if (meaning.water || meaning.things.contains(Thing.AERODROME)) {
      var outline = Outline.of(lines);
      if (meaning.water && !outline.isEmpty()) {
        outline.addTo(waters, waterCount++);
      } else if (!outline.isEmpty()) {
        outline.addTo(aerodromes, aerodromeCount++);
      }
    }
  }

  private SegmentIndexWriter writer(Thing thing) {
    return things.computeIfAbsent(thing, _ -> new SegmentIndexWriter());
  }

  /** Writes one file for each part. */
  @Override
  public void write(Function<String, Path> fileOf) throws IOException {
    for (var thing : Thing.values()) {
      LayerFile.write(fileOf.apply(SurroundingsLayer.partOf(thing)), writer(thing)::write);
    }
    LayerFile.write(fileOf.apply(SurroundingsLayer.COASTS), coasts::write);
    LayerFile.write(fileOf.apply(SurroundingsLayer.WATERS), out -> IndexWriter.write(waters, out));
    LayerFile.write(
        fileOf.apply(SurroundingsLayer.AERODROMES), out -> IndexWriter.write(aerodromes, out));
    LayerFile.write(fileOf.apply(SurroundingsLayer.COVERAGE), coverage::write);
  }
}
