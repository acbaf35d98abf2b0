package io.sensorium.atlas.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import io.sensorium.atlas.shape.Coverage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PmTilesWriterTest {

  private static final int ZOOM = 9;
  private static final Coverage COVERAGE = new Coverage(-10, -20, 30, 40);

  @TempDir private Path directory;

  private static byte[] tile(int number, int length) {
    return ByteBuffer.allocate(length).putInt(number).array();
  }

  @Test
  void everyTileOfManyIsFoundAgainThroughTheLeavesOfTheDirectory() throws IOException {
    var random = new Random(3);
    var tiles = new TreeMap<Long, byte[]>();
    for (int x = 0; x < 1 << ZOOM; x += 2) {
      for (int y = 0; y < 1 << ZOOM; y += 3) {
        tiles.put(TileId.of(ZOOM, x, y), tile(x * 1_000 + y, 4 + random.nextInt(60)));
      }
    }
    var archive = write(tiles);

    assertThat(archive.tileCount()).isEqualTo(tiles.size());
    assertThat(archive.coverage()).isEqualTo(COVERAGE);
    for (int x = 0; x < 1 << ZOOM; x += 16) {
      for (int y = 0; y < 1 << ZOOM; y++) {
        var wanted = tiles.get(TileId.of(ZOOM, x, y));
        var found = archive.find(ZOOM, x, y);
        assertThat(found.isPresent()).isEqualTo(wanted != null);
        if (wanted != null) {
          assertThat(found.orElseThrow()).isEqualTo(wanted);
        }
      }
    }
  }

  @Test
  void equalNeighboursAreStoredOnceAndAGapBetweenThemStaysOne() throws IOException {
    var sea = tile(1, 5_000);
    var tiles = new TreeMap<Long, byte[]>();
    long first = TileId.of(ZOOM, 0, 0);
    for (int i = 0; i < 100; i++) {
      if (i != 50) {
        tiles.put(first + i, sea);
      }
    }
    var archive = write(tiles);

    assertThat(directory.resolve("all.pmtiles").toFile().length()).isLessThan(6_000);
    int found = 0;
    for (int x = 0; x < 10; x++) {
      for (int y = 0; y < 10; y++) {
        boolean isThere = tiles.containsKey(TileId.of(ZOOM, x, y));
        assertThat(archive.find(ZOOM, x, y).isPresent()).isEqualTo(isThere);
        found += isThere ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(60);
  }

  private TileArchive write(SortedMap<Long, byte[]> tiles) throws IOException {
    var file = directory.resolve("all.pmtiles");
    try (var writer = new PmTilesWriter(file)) {
      for (var tile : tiles.entrySet()) {
        writer.add(tile.getKey(), tile.getValue());
      }
      writer.finish("{}", COVERAGE);
    }
    return TileArchive.open(file);
  }
}
