package io.sensorium.atlas.timezone;

import io.sensorium.atlas.area.IndexWriter;
import io.sensorium.atlas.bundle.IndexGeneration;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import net.iakovlev.timeshape.TimeZoneEngine;

/** Makes the index out of timeshape's data while the project is built; see the pom. */
final class IndexGenerator {

  private static final String DATA = "/data.tar.zstd";
  private static final String DATA_VERSION =
      "/META-INF/maven/net.iakovlev/timeshape/pom.properties";

  private IndexGenerator() {}

  /** Takes the directory of the compiled classes; the index goes beside this class. */
  public static void main(String[] arguments) throws IOException {
    new IndexGeneration(Path.of(arguments[0]), BorderZones.class, BorderZones.INDEX)
        .run(dataVersion(), new Zones());
  }

  private static final class Zones implements IndexGeneration.Maker {

    @Override
    public List<InputStream> open() {
      return List.of(resource(DATA));
    }

    @Override
    public void write(OutputStream out) throws IOException {
      try (var archive = resource(DATA)) {
        IndexWriter.write(BoundaryReader.read(archive), out);
      }
    }
  }

  /** The artifact's version without its last part, which counts releases of the software. */
  private static String dataVersion() throws IOException {
    var properties = new Properties();
    try (var in = resource(DATA_VERSION)) {
      properties.load(in);
    }
    var version = properties.getProperty("version");
    return version.substring(0, version.indexOf('.'));
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(TimeZoneEngine.class.getResourceAsStream(name), name);
  }
}
