package io.sensorium.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * The file in the data directory that holds the first administrator's token, for its owner only.
 */
public final class AdminTokenFile {

  private static final String NAME = "admin.token";

  private AdminTokenFile() {}

  static boolean exists(Path directory) {
    return Files.exists(directory.resolve(NAME));
  }

  /** Writes the token so that nobody but the owner can read it at any time. */
  static void write(Path directory, String token) {
    var file = directory.resolve(NAME);
    var ownerOnly =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    try (var channel =
        Files.newByteChannel(
            file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
      channel.write(
          java.nio.ByteBuffer.wrap(
              (token + "\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  public static String read(Path directory) {
    try {
      return Files.readString(directory.resolve(NAME)).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + directory.resolve(NAME), e);
    }
  }
}
