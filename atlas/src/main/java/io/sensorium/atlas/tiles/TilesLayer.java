package io.sensorium.atlas.tiles;

import io.sensorium.atlas.osm.OsmFile;
import io.sensorium.atlas.region.ImportProgress;
import io.sensorium.atlas.region.MapLayer;
import io.sensorium.atlas.shape.Coverage;
import io.sensorium.atlas.shape.Draughtsman;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The layer of the base map: what is shown under the ways and places of people. */
public final class TilesLayer implements MapLayer<TileArchive> {

  private static final String FILE = "tiles.pmtiles";

  @Override
  public String name() {
    return "tiles";
  }

  @Override
  public int format() {
    return 1;
  }

  @Override
  public List<String> answers() {
    return List.of();
  }

  @Override
  public Class<TileArchive> type() {
    return TileArchive.class;
  }

  @Override
  public void build(OsmFile source, Path directory, ImportProgress progress) throws IOException {
    try (var sorter = new FeatureSorter(directory)) {
      var drawing = new TilesDrawing(new FeatureCutter(sorter));
      Draughtsman.draw(source, drawing, progress);
      progress.show(1, "writing tiles");
      drawing.finish();
      write(sorter, directory.resolve(FILE), drawing.coverage());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static void write(FeatureSorter sorter, Path file, Coverage coverage) throws IOException {
    try (var writer = new PmTilesWriter(file)) {
      var tiles = new TileRow(writer);
      sorter.read(tiles::add);
      tiles.finish();
      writer.finish(metadata(), coverage);
    }
  }

  /** What the archive says of itself. */
  private static String metadata() {
    return Arrays.stream(TileLayer.values())
        .map(layer -> "{\"id\":\"" + layer.label() + "\",\"fields\":{}}")
        .collect(
            Collectors.joining(
                ",",
                "{\"attribution\":\"© OpenStreetMap contributors\",\"vector_layers\":[",
                "]}"));
  }

  @Override
  public TileArchive open(Path directory) throws IOException {
    return TileArchive.open(directory.resolve(FILE));
  }

  /** Puts features together to tiles, one after the other. */
  private static final class TileRow {

    private final PmTilesWriter writer;
    private VectorTile tile = new VectorTile();
    private long tileId = -1;

    TileRow(PmTilesWriter writer) {
      this.writer = writer;
    }

    void add(long featureTileId, TileLayer layer, byte[] feature) throws IOException {
      if (featureTileId != tileId) {
        finish();
        tile = new VectorTile();
        tileId = featureTileId;
      }
      tile.add(layer.label(), TileFeature.decode(feature));
    }

    void finish() throws IOException {
      if (tileId >= 0) {
        writer.add(tileId, VectorTile.pack(tile.toBytes()));
      }
    }
  }
}
