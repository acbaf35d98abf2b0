package io.sensorium.atlas.places;

import io.sensorium.atlas.area.Boundaries;
import io.sensorium.atlas.area.IndexWriter;
import io.sensorium.atlas.osm.Tags;
import io.sensorium.atlas.places.MapPlaces.PlaceRecord;
import io.sensorium.atlas.points.PointIndexWriter;
import io.sensorium.atlas.points.RecordTable;
import io.sensorium.atlas.points.RecordWriter;
import io.sensorium.atlas.shape.LayerFile;
import io.sensorium.atlas.shape.Line;
import io.sensorium.atlas.shape.Outline;
import io.sensorium.atlas.shape.WrittenDrawing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects places out of a map's file. */
final class PlacesDrawing implements WrittenDrawing<PlacesDrawing.Meaning> {
  /*
   * Dwellings are the many; of them only the middle and the size are kept. Of all others the outline is.
   */

  private static final int CELLS_PER_DEGREE = 400;

  /** A place before it has a position. */
  record Meaning(PlaceKind kind, List<String> categories, String name) {}

  private final PointIndexWriter points = new PointIndexWriter(CELLS_PER_DEGREE);
  private final Boundaries boundaries = new Boundaries(List.of());
  private final RecordTable.Writer areaRecords = new RecordTable.Writer();
  private final RecordTable.Writer categories = new RecordTable.Writer();
  private final Map<List<String>, Integer> categoryNumbers = new HashMap<>();
  private int areaCount;

  @Override
  public @Nullable Meaning ofNode(Tags tags) {
    return ofRelation(tags);
  }

  @Override
  public @Nullable Meaning ofWay(Tags tags) {
    return ofRelation(tags);
  }

  @Override
  public @Nullable Meaning ofRelation(Tags tags) {
    var kind = PlaceKinds.all().find(tags);
    if (kind == null) {
      return null;
    }
    var name = tags.find("name");
    name = name == null ? tags.find("brand") : name;
    return new Meaning(
        kind,
        Cuisines.with(kind.categories(), tags),
        name == null || kind.isDwelling() ? "" : name);
  }

  @Override
  public void point(Meaning meaning, long id, int latitudeE7, int longitudeE7) {
    addPoint(meaning, latitudeE7, longitudeE7, 0, PlaceRecord.NO_AREA);
  }

  @Override
  public void line(Meaning meaning, Line line) {
    addOutline(meaning, Outline.of(List.of(line)));
  }

  @Override
  public void relation(Meaning meaning, List<Line> lines, boolean whole, Set<Long> labels) {
    addOutline(meaning, Outline.of(lines));
  }

  private void addOutline(Meaning meaning, Outline outline) {
    if (outline.isEmpty()) {
      return;
    }
    int latitudeE7 = outline.centerLatitudeE7();
    int longitudeE7 = outline.centerLongitudeE7();
    int reachMeters = (int) Math.round(Math.sqrt(outline.squareMeters() / Math.PI));
    boolean isHouse = meaning.kind.key().equals("building") && meaning.kind.isDwelling();
    if (isHouse) {
      addPoint(meaning, latitudeE7, longitudeE7, reachMeters, PlaceRecord.NO_AREA);
      return;
    }
    int area = areaCount++;
    outline.addTo(boundaries, area);
    var record = new RecordWriter().signed(latitudeE7).signed(longitudeE7);
    areaRecords.add(write(record, meaning, reachMeters, area));
    addPoint(meaning, latitudeE7, longitudeE7, reachMeters, area);
  }

  private void addPoint(
      Meaning meaning, int latitudeE7, int longitudeE7, int reachMeters, int area) {
    points.add(latitudeE7, longitudeE7, write(new RecordWriter(), meaning, reachMeters, area));
  }

  private byte[] write(RecordWriter record, Meaning meaning, int reachMeters, int area) {
    return record
        .number(meaning.kind.number())
        .number(categoryNumbers.computeIfAbsent(meaning.categories, this::newCategories))
        .number(reachMeters)
        .number(area + 1)
        .text(meaning.name)
        .toBytes();
  }

  private int newCategories(List<String> words) {
    var record = new RecordWriter().number(words.size());
    words.forEach(record::text);
    return categories.add(record.toBytes());
  }

  /** Writes one file for each part. */
  @Override
  public void write(Function<String, Path> fileOf) throws IOException {
    LayerFile.write(fileOf.apply("points"), points::write);
    LayerFile.write(fileOf.apply("areas"), out -> IndexWriter.write(boundaries, out));
    LayerFile.write(fileOf.apply("area-places"), areaRecords::write);
    LayerFile.write(fileOf.apply("categories"), categories::write);
  }
}
