package io.sensorium.atlas.timezone;

import io.sensorium.atlas.AtlasException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Objects;

/**
 * The index as a file, copied out of the class path once, so that the system maps it into memory
 * page by page and takes the pages back when it needs them.
 */
final class IndexFile {

  static final String RESOURCE = "time-zones.index";

  private final Path directory;
  private final IndexFacts facts;

  IndexFile(Path directory) {
    this.directory = directory;
    try (var in = resource(IndexFacts.NAME)) {
      this.facts = IndexFacts.parse(in);
    } catch (IOException e) {
      throw new AtlasException("cannot read " + IndexFacts.NAME, e);
    }
  }

  String version() {
    return facts.version();
  }

  /** Maps the file, after copying it if it is not there whole. */
  ByteBuffer map() {
    try {
      var file =
          directory.resolve("time-zones-" + facts.version() + "-" + shortDigest() + ".index");
      if (!Files.exists(file) || !facts.sha256().equals(digestOf(file))) {
        copyTo(file);
      }
      try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
        return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      }
    } catch (IOException e) {
      throw new AtlasException("cannot open the index of time zones in " + directory, e);
    }
  }

  private String shortDigest() {
    return facts.sha256().substring(0, 8);
  }

  private static String digestOf(Path file) throws IOException {
    var digest = IndexFacts.newDigest();
    try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
      var part = new byte[1 << 16];
      while (in.read(part) >= 0) {
        // the digest sees what is read
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void copyTo(Path file) throws IOException {
    Files.createDirectories(directory);
    var part = Files.createTempFile(directory, "time-zones-", ".part");
    try (var in = resource(RESOURCE)) {
      Files.copy(in, part, StandardCopyOption.REPLACE_EXISTING);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static InputStream resource(String name) {
    return Objects.requireNonNull(IndexFile.class.getResourceAsStream(name), name);
  }
}
