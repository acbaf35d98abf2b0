package io.sensorium.api.common;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Files that lie beside the classes of a package, such as pages. */
public final class BundledFile {

  private BundledFile() {}

  /**
   * All of a file.
   *
   * @param beside a class of the package
   */
  public static byte[] read(Class<?> beside, String name) {
    try (var in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("there is no file " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
