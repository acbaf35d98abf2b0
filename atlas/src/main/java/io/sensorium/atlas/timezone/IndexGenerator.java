package io.sensorium.atlas.timezone;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Properties;
import net.iakovlev.timeshape.TimeZoneEngine;

/** Makes the index out of timeshape's data while the project is built; see the pom. */
final class IndexGenerator {

  private static final String DATA = "/data.tar.zstd";
  private static final String DATA_VERSION =
      "/META-INF/maven/net.iakovlev/timeshape/pom.properties";

  private IndexGenerator() {}

  /**
   * Takes the directory of the compiled classes; the index goes beside this class. Does nothing
   * when the index there was made from the same data by the same classes.
   */
  public static void main(String[] arguments) throws IOException {
    var directory =
        Path.of(arguments[0]).resolve(IndexGenerator.class.getPackageName().replace('.', '/'));
    var facts = directory.resolve(IndexFacts.NAME);
    var basis = basis(directory);
    if (Files.exists(facts) && basis.equals(basisIn(facts))) {
      return;
    }
    Files.deleteIfExists(facts);
    var sha256 = generate(directory.resolve(IndexFile.RESOURCE));
    Files.write(facts, new IndexFacts(dataVersion(), sha256, basis).toBytes());
  }

  private static String generate(Path index) throws IOException {
    var digest = IndexFacts.newDigest();
    try (var archive = resource(DATA);
        var out = new BufferedOutputStream(Files.newOutputStream(index))) {
      var boundaries = BoundaryReader.read(archive);
      var root = new IndexBuilder(boundaries, IndexBuilder.MAX_EDGES_PER_CELL).build();
      IndexWriter.write(boundaries.zones(), root, new DigestOutputStream(out, digest));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String basis(Path classes) throws IOException {
    var digest = IndexFacts.newDigest();
    try (var data = new DigestInputStream(resource(DATA), digest);
        var files = Files.list(classes)) {
      data.transferTo(OutputStream.nullOutputStream());
      for (var file : files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static String basisIn(Path facts) throws IOException {
    try (var in = Files.newInputStream(facts)) {
      return IndexFacts.parse(in).basis();
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
