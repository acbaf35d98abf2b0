package io.sensorium.atlas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Maps files into memory: the system reads pages when asked, and takes them back when it must. */
public final class MappedFile {

  private MappedFile() {}

  /**
   * Maps a whole file, which must not change as long as the bytes are in use.
   *
   * @throws IOException when it cannot be read, or is larger than 2 GB
   */
  public static ByteBuffer map(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      if (channel.size() > Integer.MAX_VALUE) {
        throw new IOException(file + " is too large to be mapped: " + channel.size() + " bytes");
      }
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
  }
}
