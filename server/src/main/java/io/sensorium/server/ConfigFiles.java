package io.sensorium.server;

import io.sensorium.server.config.ConfigException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** What settings point to. */
final class ConfigFiles {

  private ConfigFiles() {}

  /**
   * The password that a file holds, and nothing else; empty when there is no file.
   *
   * @throws IllegalArgumentException when it cannot be read
   */
  static String password(String file) {
    try {
      return file.isEmpty() ? "" : Files.readString(Path.of(file)).strip();
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read the password from " + file, e);
    }
  }

  /** A setting that does not hold is told with its key. */
  static <T> T checked(String key, Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new ConfigException(key + ": " + e.getMessage());
    }
  }
}
