package io.sensorium.atlas.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureSorterTest {

  private static final int COUNT = FeatureSorter.CHUNK_FEATURES + 1_000;

  @TempDir private Path directory;

  private long lastKey = -1;
  private int lastNumber = -1;
  private int count;

  @Test
  void moreThanAChunkComesByTileLayerAndRankAndOtherwiseAsItWasAdded() throws IOException {
    var random = new Random(7);
    try (var sorter = new FeatureSorter(directory)) {
      for (int i = 0; i < COUNT; i++) {
        long tileId = random.nextInt(50_000) * 7_000L;
        var layer = TileLayer.values()[random.nextInt(TileLayer.values().length)];
        int rank = random.nextInt(Feature.MAX_RANK + 1);
        long key = (tileId * 16 + layer.ordinal()) * 256 + rank;
        sorter.add(tileId, layer, rank, ByteBuffer.allocate(12).putLong(key).putInt(i).array());
      }
      sorter.read(this::check);
    }

    assertThat(count).isEqualTo(COUNT);
    assertThat(directory).isEmptyDirectory();
  }

  private void check(long tileId, TileLayer layer, byte[] feature) {
    var buffer = ByteBuffer.wrap(feature);
    long key = buffer.getLong();
    int number = buffer.getInt();
    assertThat(key / 256).isEqualTo(tileId * 16 + layer.ordinal());
    assertThat(key > lastKey || (key == lastKey && number > lastNumber)).isTrue();
    lastKey = key;
    lastNumber = number;
    count++;
  }
}
