package io.sensorium.atlas.shape;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the files of layers. */
public final class LayerFile {

  /** What goes into a file. */
  public interface Content {

    /** Writes all of it; leaves the stream open. */
    void write(DataOutputStream out) throws IOException;
  }

  private LayerFile() {}

  /** Writes a file anew. */
  public static void write(Path file, Content content) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      content.write(out);
    }
  }
}
