package io.sensorium.atlas.bundle;

import io.sensorium.atlas.AtlasException;
import io.sensorium.atlas.MappedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/**
 * An index as a file, copied out of the class path once, so that the system maps it into memory
 * page by page and takes the pages back when it needs them.
 */
public final class BundledIndex {

  private final Class<?> owner;
  private final String name;
  private final Path directory;
  private final IndexFacts facts;

  /**
   * Opens nothing yet.
   *
   * @param owner the class beside which the index lies on the class path
   * @param name of the index, such as {@code time-zones}
   * @param directory where the copy goes; made if need be
   */
  public BundledIndex(Class<?> owner, String name, Path directory) {
    this.owner = owner;
    this.name = name;
    this.directory = directory;
    try (var in = resource(IndexFacts.fileName(name))) {
      this.facts = IndexFacts.parse(in);
    } catch (IOException e) {
      throw new AtlasException("cannot read what is known of the index " + name, e);
    }
  }

  static String fileName(String name) {
    return name + ".index";
  }

  /** Names the version of the data in it. */
  public String version() {
    return facts.version();
  }

  /** Maps the file, after copying it if it is not there whole. */
  public ByteBuffer map() {
    try {
      var file = directory.resolve(name + "-" + facts.version() + "-" + shortDigest() + ".index");
      if (!Files.exists(file) || !facts.sha256().equals(Sha256.of(file))) {
        copyTo(file);
      }
      return MappedFile.map(file);
    } catch (IOException e) {
      throw new AtlasException("cannot open the index " + name + " in " + directory, e);
    }
  }

  private String shortDigest() {
    return facts.sha256().substring(0, 8);
  }

  private void copyTo(Path file) throws IOException {
    Files.createDirectories(directory);
    var part = Files.createTempFile(directory, name + "-", ".part");
    try (var in = resource(fileName(name))) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private InputStream resource(String resourceName) {
    return Objects.requireNonNull(owner.getResourceAsStream(resourceName), resourceName);
  }
}
