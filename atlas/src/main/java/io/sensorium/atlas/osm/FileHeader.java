package io.sensorium.atlas.osm;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of itself.
 *
 * @param dataTime up to when the map's changes are in it, or null when it does not say
 */
public record FileHeader(@Nullable Instant dataTime) {

  private static final int REQUIRED_FEATURE = 4;
  private static final int REPLICATION_SECONDS = 32;
  private static final Set<String> KNOWN_FEATURES = Set.of("OsmSchema-V0.6", "DenseNodes");

  static FileHeader parse(byte[] block) {
    var wire = new Wire(block, 0, block.length);
    Instant dataTime = null;
    while (wire.hasMore()) {
      switch (wire.nextField()) {
        case REQUIRED_FEATURE -> requireKnown(wire.text());
        case REPLICATION_SECONDS -> dataTime = Instant.ofEpochSecond(wire.varint());
        default -> wire.skip();
      }
    }
    return new FileHeader(dataTime);
  }

  private static void requireKnown(String feature) {
    if (!KNOWN_FEATURES.contains(feature)) {
      throw new MapFileException("it needs the feature " + feature + ", which is not known here");
    }
  }
}
