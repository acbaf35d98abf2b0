package io.sensorium.atlas.bundle;

import io.sensorium.core.bytes.Digests;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Makes an index beside the compiled classes of its package, while the project is built. */
public final class IndexGeneration {

  /** What an index is made by. */
  public interface Maker {

    /** The data that the index is made from. */
    List<InputStream> open() throws IOException;

    /** Writes the whole index. */
    void write(OutputStream out) throws IOException;
  }

  private final Path classes;
  private final Class<?> owner;
  private final String name;

  /**
   * @param classes the root of the compiled classes
   * @param owner the class beside which the index goes
   */
  public IndexGeneration(Path classes, Class<?> owner, String name) {
    this.classes = classes;
    this.owner = owner;
    this.name = name;
  }

  /** Does nothing when the index there was made from the same data by the same classes. */
  public void run(String version, Maker maker) throws IOException {
    var directory = classes.resolve(owner.getPackageName().replace('.', '/'));
    var facts = directory.resolve(IndexFacts.fileName(name));
    var basis = basis(maker);
    if (Files.exists(facts) && basis.equals(basisIn(facts))) {
      return;
    }
    Files.deleteIfExists(facts);
    var digest = Digests.sha256();
    var index = directory.resolve(BundledIndex.fileName(name));
    try (var out = new BufferedOutputStream(Files.newOutputStream(index))) {
      maker.write(new DigestOutputStream(out, digest));
    }
    var sha256 = HexFormat.of().formatHex(digest.digest());
    Files.write(facts, new IndexFacts(version, sha256, basis).toBytes());
  }

  /** The data, the classes beside the index, and those that write areas. */
  private String basis(Maker maker) throws IOException {
    var streams = new ArrayList<>(maker.open());
    for (var directory : List.of(owner.getPackageName(), "io.sensorium.atlas.area")) {
      try (var files = Files.list(classes.resolve(directory.replace('.', '/')))) {
        for (var file :
            files.filter(path -> path.toString().endsWith(".class")).sorted().toList()) {
          streams.add(Files.newInputStream(file));
        }
      }
    }
    return Sha256.of(streams);
  }

  private static String basisIn(Path facts) throws IOException {
    try (var in = Files.newInputStream(facts)) {
      return IndexFacts.parse(in).basis();
    }
  }
}
