package io.sensorium.server;

import io.sensorium.api.basemap.BaseMap;
import io.sensorium.atlas.shape.Coverage;
import io.sensorium.atlas.tiles.TileArchive;
import io.sensorium.atlas.tiles.TileGrid;
import io.sensorium.atlas.tiles.VectorTile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The tiles of all regions of one edition of the maps, laid over each other. */
final class RegionTiles implements BaseMap {

  private final String edition;
  private final List<TileArchive> archives;

  /**
   * Tiles.
   *
   * @param version of the edition
   */
  RegionTiles(String version, List<TileArchive> archives) {
    var digest = UUID.nameUUIDFromBytes(version.getBytes(StandardCharsets.UTF_8));
    this.edition = digest.toString().replace("-", "");
    this.archives = List.copyOf(archives);
  }

  @Override
  public int minZoom() {
    return TileGrid.MIN_ZOOM;
  }

  @Override
  public int maxZoom() {
    return TileGrid.MAX_ZOOM;
  }

  @Override
  public String edition() {
    return edition;
  }

  @Override
  public List<Box> boxes() {
    return archives.stream()
        .filter(archive -> archive.tileCount() > 0)
        .map(archive -> box(archive.coverage()))
        .toList();
  }

  private static Box box(Coverage coverage) {
    return new Box(
        coverage.southE7() * 1e-7,
        coverage.westE7() * 1e-7,
        coverage.northE7() * 1e-7,
        coverage.eastE7() * 1e-7);
  }

  @Override
  public boolean touches(int zoom, int x, int y) {
    return archives.stream().anyMatch(archive -> archive.touches(zoom, x, y));
  }

  @Override
  public Optional<byte[]> find(int zoom, int x, int y) {
    try {
      var tiles = new ArrayList<byte[]>();
      for (var archive : archives) {
        archive.find(zoom, x, y).ifPresent(tiles::add);
      }
      return tiles.isEmpty() ? Optional.empty() : Optional.of(VectorTile.merge(tiles));
    } catch (IOException e) {
      throw new UncheckedIOException("the tiles of a map cannot be read", e);
    }
  }
}
