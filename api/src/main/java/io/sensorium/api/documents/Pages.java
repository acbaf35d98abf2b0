package io.sensorium.api.documents;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Files that lie beside the classes of this package. */
final class Pages {

  private Pages() {}

  static byte[] read(String name) {
    try (var in = Pages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("there is no file " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name, e);
    }
  }
}
