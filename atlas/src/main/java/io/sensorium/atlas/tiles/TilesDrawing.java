package io.sensorium.atlas.tiles;

import io.sensorium.atlas.osm.Tags;
import io.sensorium.atlas.shape.Coverage;
import io.sensorium.atlas.shape.Drawing;
import io.sensorium.atlas.shape.Line;
import io.sensorium.atlas.shape.Outline;
import io.sensorium.atlas.tiles.Feature.Form;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes what of a map's file is drawn in tiles, and cuts it. */
final class TilesDrawing implements Drawing<List<Feature>> {

  private record SharedLine(Feature feature, Line line) {}

  /** The ends of a line and how long it is; relations that share a way have it so. */
  private record LineKey(int latitudeE7, int longitudeE7, int lastLatitudeE7, int size) {

    static LineKey of(Line line) {
      int last = line.size() - 1;
      return new LineKey(
          line.latitudeE7(0), line.longitudeE7(0), line.latitudeE7(last), line.size());
    }
  }

  /*
   * What ways mean is held until the nodes have been read. Most are houses without a name, which
   * mean the same: each meaning is held once.
   */

  private final FeatureCutter cutter;
  private final Map<List<Feature>, List<Feature>> meanings = new HashMap<>();
  private final Map<LineKey, SharedLine> sharedLines = new LinkedHashMap<>();
  private Coverage coverage = Coverage.NONE;

  TilesDrawing(FeatureCutter cutter) {
    this.cutter = cutter;
  }

  /** The box around all that was taken. */
  Coverage coverage() {
    return coverage;
  }

  @Override
  public @Nullable List<Feature> ofNode(Tags tags) {
    var features = new ArrayList<Feature>();
    addTo(features, LabelRules.place(tags));
    addTo(features, LabelRules.poi(tags));
    return features.isEmpty() ? null : features;
  }

  @Override
  public @Nullable List<Feature> ofWay(Tags tags) {
    if (tags.size() == 0) {
      return null;
    }
    var features = new ArrayList<>(LandRules.ofArea(tags));
    addTo(features, RoadRules.find(tags));
    addTo(features, LandRules.ofLine(tags));
    addTo(features, LabelRules.boundary(tags));
    boolean isRoad = features.stream().anyMatch(one -> one.form() == Form.LINE);
    if (!isRoad) {
      addTo(features, LabelRules.place(tags));
      addTo(features, LabelRules.poi(tags));
    }
    return held(features);
  }

  @Override
  public @Nullable List<Feature> ofRelation(Tags tags) {
    var features = new ArrayList<Feature>();
    if (tags.has("type", "multipolygon")) {
      features.addAll(LandRules.ofArea(tags));
      addTo(features, LabelRules.poi(tags));
    }
    addTo(features, LabelRules.boundary(tags));
    return held(features);
  }

  private @Nullable List<Feature> held(List<Feature> features) {
    return features.isEmpty()
        ? null
        : meanings.computeIfAbsent(List.copyOf(features), meaning -> meaning);
  }

  private static void addTo(List<Feature> features, @Nullable Feature feature) {
    if (feature != null) {
      features.add(feature);
    }
  }

  @Override
  public void point(List<Feature> meaning, long id, int latitudeE7, int longitudeE7) {
    coverage = coverage.with(latitudeE7, longitudeE7);
    try {
      for (var feature : meaning) {
        cutter.point(feature, latitudeE7, longitudeE7);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void line(List<Feature> meaning, Line line) {
    draw(meaning, List.of(line));
  }

  @Override
  public void relation(List<Feature> meaning, List<Line> lines, boolean whole, Set<Long> labels) {
    draw(meaning, lines);
  }

  private void draw(List<Feature> meaning, List<Line> lines) {
    for (var line : lines) {
      coverage = coverage.with(line);
    }
    var outline = Outline.of(lines);
    try {
      for (var feature : meaning) {
        draw(feature, lines, outline);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void draw(Feature feature, List<Line> lines, Outline outline) throws IOException {
    switch (feature.form()) {
      case POINT -> {
        if (!outline.isEmpty()) {
          var inside = InnerPoint.of(outline);
          cutter.point(feature, inside.latitudeE7(), inside.longitudeE7());
        }
      }
      case LINE -> {
        for (var line : lines) {
          cutter.line(feature, line);
        }
      }
      case AREA -> cutter.area(feature, outline);
      case SHARED_LINE ->
          lines.stream().filter(line -> line.size() >= 2).forEach(it -> share(feature, it));
    }
  }

  private void share(Feature feature, Line line) {
    sharedLines.merge(
        LineKey.of(line),
        new SharedLine(feature, line),
        (one, other) -> one.feature.rank() >= other.feature.rank() ? one : other);
  }

  /** Draws what several elements have in common; to be called when all have been taken. */
  void finish() throws IOException {
    for (var shared : sharedLines.values()) {
      cutter.line(shared.feature, shared.line);
    }
  }
}
