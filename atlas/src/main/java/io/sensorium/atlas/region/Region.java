package io.sensorium.atlas.region;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One version of a region, open for questions. Safe for use by many threads. */
public final class Region {

  private final RegionFacts facts;
  private final Map<String, Object> opened;

  private Region(RegionFacts facts, Map<String, Object> opened) {
    this.facts = facts;
    this.opened = opened;
  }

  /** Opens those layers whose files are there in the format that is known here. */
  static Region open(Path directory, List<MapLayer<?>> layers) throws IOException {
    var facts = RegionFacts.read(directory);
    var opened = new HashMap<String, Object>();
    for (var layer : layers) {
      var format = facts.layerFormats().get(layer.name());
      if (format != null && format == layer.format()) {
        opened.put(layer.name(), layer.open(directory));
      }
    }
    return new Region(facts, Map.copyOf(opened));
  }

  public RegionFacts facts() {
    return facts;
  }

  /** What answers for a layer; empty when the region must be imported anew to have it. */
  public <T> Optional<T> find(MapLayer<T> layer) {
    return Optional.ofNullable(opened.get(layer.name())).map(layer.type()::cast);
  }
}
