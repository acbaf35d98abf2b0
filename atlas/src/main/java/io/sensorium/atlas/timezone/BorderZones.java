package io.sensorium.atlas.timezone;

import io.sensorium.atlas.area.AreaIndex;
import io.sensorium.atlas.bundle.BundledIndex;
import io.sensorium.core.geo.LatLon;
import io.sensorium.core.time.ZoneArea;
import io.sensorium.core.time.ZoneLookup;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The time zones within their exact borders, from timezone-boundary-builder by way of timeshape.
 *
 * <p>Where zones overlap, because a place is disputed, the first id in the alphabet holds. At sea,
 * where no zone is known, and where the running Java does not know the zone, the nautical zone
 * holds. See docs/algorithms/time-zones.md.
 */
public final class BorderZones implements ZoneLookup {

  static final String INDEX = "time-zones";

  /** What the first look-up opens. */
  private record Opened(AreaIndex index, List<ZoneIdOrNone> zones) {}

  /** A zone's id, or null when this Java does not know it. */
  private record ZoneIdOrNone(@Nullable ZoneId id) {

    static ZoneIdOrNone of(String name) {
      try {
        return new ZoneIdOrNone(ZoneId.of(name));
      } catch (DateTimeException unknown) {
        return new ZoneIdOrNone(null);
      }
    }
  }

  private final BundledIndex file;
  private volatile @Nullable Opened opened;

  /**
   * Opens nothing yet: the first look-up copies the index into the directory, unless it is there,
   * and maps it; that takes some hundred milliseconds, and throws an {@code AtlasException} if the
   * directory cannot be used. The directory is made if need be and may be emptied at any time
   * between runs.
   */
  public BorderZones(Path cacheDirectory) {
    this.file = new BundledIndex(BorderZones.class, INDEX, cacheDirectory);
  }

  @Override
  public ZoneId zoneAt(LatLon position) {
    var current = opened();
    int number = current.index.areaAt(position.latitudeDeg(), position.longitudeDeg());
    var zone = number < 0 ? null : current.zones.get(number).id;
    return zone == null ? nauticalZone(position.longitudeDeg()) : zone;
  }

  @Override
  public ZoneArea areaAround(LatLon position) {
    var current = opened();
    var around = current.index.around(position.latitudeDeg(), position.longitudeDeg());
    var zone = around.area() < 0 ? null : current.zones.get(around.area()).id;
    return zone == null
        ? new ZoneArea(nauticalZone(position.longitudeDeg()), position, 0)
        : new ZoneArea(zone, position, around.clearDeg());
  }

  @Override
  public String version() {
    return file.version();
  }

  private Opened opened() {
    var current = opened;
    return current == null ? open() : current;
  }

  private synchronized Opened open() {
    var current = opened;
    if (current == null) {
      var index = new AreaIndex(file.map());
      current = new Opened(index, index.names().stream().map(ZoneIdOrNone::of).toList());
      opened = current;
    }
    return current;
  }

  /** Whole hours by 15 degrees of longitude; the ids count westwards. */
  static ZoneId nauticalZone(double longitudeDeg) {
    long hours = Math.round(longitudeDeg / 15);
    return ZoneId.of(hours == 0 ? "Etc/GMT" : "Etc/GMT%+d".formatted(-hours));
  }
}
