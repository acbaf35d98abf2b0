package io.sensorium.atlas.region;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * All regions of the map, open for questions; can be switched to other versions at any time.
 *
 * <p>Safe for use by many threads. Whoever asks several questions that belong together takes one
 * {@link Edition} for them.
 */
public final class Atlas {

  /**
   * The regions as they are at one time.
   *
   * @param version names all regions and their versions; empty when there are none
   */
  public record Edition(String version, List<Region> regions) {

    public Edition {
      regions = List.copyOf(regions);
    }

    static Edition of(List<Region> regions) {
      var version =
          regions.stream()
              .map(region -> region.facts().name() + "@" + region.facts().version())
              .sorted()
              .collect(Collectors.joining(","));
      return new Edition(version, regions);
    }

    /** What answers for a layer, region by region. */
    public <T> List<T> layers(MapLayer<T> layer) {
      return regions.stream().map(region -> region.find(layer)).flatMap(Optional::stream).toList();
    }
  }

  private final MapDirectory directory;
  private volatile Edition edition;

  /** Opens all regions of the directory. */
  public Atlas(MapDirectory directory) {
    this.directory = directory;
    this.edition = Edition.of(directory.openAll());
  }

  /** The layers that a region may have. */
  public List<MapLayer<?>> layers() {
    return directory.layers();
  }

  /** The regions as they are now. */
  public Edition edition() {
    return edition;
  }

  /** Switches to what the directory holds now; true when that is another edition. */
  public synchronized boolean reload() {
    var next = Edition.of(directory.openAll());
    boolean changed = !next.version().equals(edition.version());
    if (changed) {
      edition = next;
    }
    return changed;
  }
}
