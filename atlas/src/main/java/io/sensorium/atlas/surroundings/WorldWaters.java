package io.sensorium.atlas.surroundings;

import io.sensorium.atlas.area.AreaIndex;
import io.sensorium.atlas.bundle.BundledIndex;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The seas and the greater lakes of the world, with shores that are true to a kilometre. */
public final class WorldWaters {

  static final String INDEX = "waters";

  private final BundledIndex file;
  private volatile @Nullable AreaIndex opened;

  /**
   * Opens nothing yet: the first look-up copies the index into the directory, unless it is there,
   * and maps it; it throws an {@code AtlasException} if the directory cannot be used.
   */
  public WorldWaters(Path cacheDirectory) {
    this.file = new BundledIndex(WorldWaters.class, INDEX, cacheDirectory);
  }

  /** Whether the position lies on a sea or lake. */
  public boolean isWater(double latitudeDeg, double longitudeDeg) {
    var current = opened;
    return (current == null ? open() : current).areaAt(latitudeDeg, longitudeDeg) >= 0;
  }

  /** Names the version of the data. */
  public String version() {
    return file.version();
  }

  private synchronized AreaIndex open() {
    var current = opened;
    if (current == null) {
      current = new AreaIndex(file.map());
      opened = current;
    }
    return current;
  }
}
