package io.sensorium.atlas.surroundings;

import io.sensorium.atlas.area.Boundaries;
import io.sensorium.atlas.area.IndexWriter;
import io.sensorium.atlas.bundle.IndexGeneration;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Makes the index of the world's seas and lakes while the project is built; see the pom. */
final class WaterGenerator implements IndexGeneration.Maker {
  /*
   * The outlines are as coarse as a kilometre, so ponds say nothing, and corners are moved to the
   * nearest 2^-11 degrees (54 m), which makes them half as long to write.
   */

  private static final String VERSION = "geo-maps-0.6.0";
  private static final double LEAST_EXTENT_DEG = 0.02;
  private static final double GRID = 0x1p11;

  private final Path waters;

  private WaterGenerator(Path packages) {
    this.waters = packages.resolve("@geo-maps/earth-waterbodies-1km/map.geo.json");
  }

  /** Takes the directory of the compiled classes, and that of the fetched packages. */
  public static void main(String[] arguments) throws IOException {
    new IndexGeneration(Path.of(arguments[0]), WorldWaters.class, WorldWaters.INDEX)
        .run(VERSION, new WaterGenerator(Path.of(arguments[1])));
  }

  @Override
  public List<InputStream> open() throws IOException {
    return List.of(Files.newInputStream(waters));
  }

  @Override
  public void write(OutputStream out) throws IOException {
    var boundaries = new Boundaries(List.of("water"));
    var ring = new Ring();
    try (JsonParser json = new JsonFactory().createParser(ObjectReadContext.empty(), waters)) {
      int depth = 0;
      for (var token = json.nextToken(); token != null; token = json.nextToken()) {
        if (token == JsonToken.START_ARRAY) {
          depth++;
        } else if (token == JsonToken.END_ARRAY) {
          depth--;
          if (ring.size > 0 && ring.depth > depth + 1) {
            ring.addTo(boundaries);
          }
        } else if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
          ring.add(json.getDoubleValue(), depth);
        }
      }
    }
    IndexWriter.write(boundaries, out);
  }

  /** The numbers of one ring, longitude and latitude by turns. */
  private static final class Ring {

    private double[] numbers = new double[1024];
    private int size;
    private int depth;

    void add(double number, int atDepth) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = Math.rint(number * GRID) / GRID;
      depth = atDepth;
    }

    void addTo(Boundaries boundaries) {
      if (Math.max(extent(0), extent(1)) >= LEAST_EXTENT_DEG) {
        boundaries.startRing(0, numbers[0], numbers[1]);
        for (int i = 2; i < size; i += 2) {
          boundaries.lineTo(0, numbers[i], numbers[i + 1]);
        }
        boundaries.lineTo(0, numbers[0], numbers[1]);
      }
      size = 0;
    }

    private double extent(int first) {
      double least = Double.MAX_VALUE;
      double most = -Double.MAX_VALUE;
      for (int i = first; i < size; i += 2) {
        least = Math.min(least, numbers[i]);
        most = Math.max(most, numbers[i]);
      }
      return most - least;
    }
  }
}
