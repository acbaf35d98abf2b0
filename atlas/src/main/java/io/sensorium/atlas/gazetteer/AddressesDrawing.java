package io.sensorium.atlas.gazetteer;

import io.sensorium.atlas.area.Boundaries;
import io.sensorium.atlas.area.IndexWriter;
import io.sensorium.atlas.osm.Tags;
import io.sensorium.atlas.points.PointIndexWriter;
import io.sensorium.atlas.points.RecordTable;
import io.sensorium.atlas.points.RecordWriter;
import io.sensorium.atlas.segments.SegmentIndexWriter;
import io.sensorium.atlas.shape.Coverage;
import io.sensorium.atlas.shape.LayerFile;
import io.sensorium.atlas.shape.Line;
import io.sensorium.atlas.shape.Outline;
import io.sensorium.atlas.shape.WrittenDrawing;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Collects the names of areas, cities and streets out of a map's file. */
final class AddressesDrawing implements WrittenDrawing<AddressesDrawing.Meaning> {

  private static final int CELLS_PER_DEGREE = 8;
  private static final int LEAST_COVERED_LEVEL = 6;

  /** What an element names. */
  sealed interface Meaning {

    String name();

    /** A city as a position or an area. */
    record City(String name, CityRank rank) implements Meaning {}

    /** An area with the level of its administration, 2 for countries. */
    record Border(String name, int level) implements Meaning {}

    record Street(String name) implements Meaning {}
  }

  private final List<NamedArea> areas = new ArrayList<>();
  private final List<CityNode> cities = new ArrayList<>();
  private final SegmentIndexWriter streets = new SegmentIndexWriter();
  private final Map<String, Integer> streetRecords = new HashMap<>();
  private Coverage coverage = Coverage.NONE;

  @Override
  public @Nullable Meaning ofNode(Tags tags) {
    return city(tags);
  }

  @Override
  public @Nullable Meaning ofWay(Tags tags) {
    var name = tags.find("name");
    if (name != null && tags.find("highway") != null) {
      return new Meaning.Street(name);
    }
    return ofRelation(tags);
  }

  @Override
  public @Nullable Meaning ofRelation(Tags tags) {
    var name = tags.find("name");
    if (name == null || !tags.has("boundary", "administrative")) {
      return city(tags);
    }
    var level = tags.find("admin_level");
    return level != null && level.matches("[0-9]{1,2}")
        ? new Meaning.Border(name, Integer.parseInt(level))
        : null;
  }

  private static Meaning.@Nullable City city(Tags tags) {
    var name = tags.find("name");
    var place = tags.find("place");
    return name == null || place == null
        ? null
        : CityRank.ofPlaceTag(place).map(rank -> new Meaning.City(name, rank)).orElse(null);
  }

  @Override
  public void point(Meaning meaning, long id, int latitudeE7, int longitudeE7) {
    if (meaning instanceof Meaning.City city) {
      coverage = coverage.with(latitudeE7, longitudeE7);
      cities.add(new CityNode(id, latitudeE7, longitudeE7, city.name, city.rank));
    }
  }

  @Override
  public void line(Meaning meaning, Line line) {
    switch (meaning) {
      case Meaning.Street street -> {
        coverage = coverage.with(line);
        streets.add(line, streetRecords.computeIfAbsent(street.name, this::newRecord));
      }
      case Meaning.City _, Meaning.Border _ -> addArea(meaning, List.of(line), Set.of());
    }
  }

  private int newRecord(String streetName) {
    return streets.addRecord(new RecordWriter().text(streetName).toBytes());
  }

  @Override
  public void relation(Meaning meaning, List<Line> lines, boolean whole, Set<Long> labels) {
    addArea(meaning, lines, labels);
  }

  private void addArea(Meaning meaning, List<Line> lines, Set<Long> labels) {
    var outline = Outline.of(lines);
    if (!outline.isEmpty()) {
      cover(meaning, outline);
      switch (meaning) {
        case Meaning.City city -> areas.add(NamedArea.ofCity(city.name, city.rank, outline));
        case Meaning.Border border ->
            areas.add(new NamedArea(border.name, border.level, outline, labels));
        case Meaning.Street _ -> {}
      }
    }
  }

  /** A map of a city may have the borders of its country, and knows it as little as any other. */
  private void cover(Meaning meaning, Outline outline) {
    boolean isWide = meaning instanceof Meaning.Border border && border.level < LEAST_COVERED_LEVEL;
    for (var ring : isWide ? List.<Line>of() : outline.rings()) {
      coverage = coverage.with(ring);
    }
  }

  /** Writes one file for each part. */
  @Override
  public void write(Function<String, Path> fileOf) throws IOException {
    areas.sort(Comparator.comparingDouble(NamedArea::squareMeters));
    var boundaries = new Boundaries(List.of());
    var names = new RecordTable.Writer();
    for (var area : areas) {
      area.findCities(cities);
      area.outline().addTo(boundaries, names.add(area.record()));
    }
    var points = new PointIndexWriter(CELLS_PER_DEGREE);
    for (var city : cities) {
      points.add(
          city.latitudeE7(), city.longitudeE7(), NearestCity.record(city.rank(), 0, city.name()));
    }
    LayerFile.write(fileOf.apply("areas"), out -> IndexWriter.write(boundaries, out));
    LayerFile.write(fileOf.apply("names"), names::write);
    LayerFile.write(fileOf.apply("cities"), points::write);
    LayerFile.write(fileOf.apply("streets"), streets::write);
    LayerFile.write(fileOf.apply("coverage"), coverage::write);
  }
}
