package io.sensorium.atlas.bundle;

import io.sensorium.core.bytes.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 over files, as 64 hex digits. */
final class Sha256 {

  private Sha256() {}

  /** The digest of the streams, one behind the other; closes each. */
  static String of(List<InputStream> streams) throws IOException {
    var digest = Digests.sha256();
    for (var stream : streams) {
      try (var in = new DigestInputStream(stream, digest)) {
        in.transferTo(OutputStream.nullOutputStream());
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static String of(Path file) throws IOException {
    return of(List.of(Files.newInputStream(file)));
  }
}
