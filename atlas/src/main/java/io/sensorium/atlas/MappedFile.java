package io.sensorium.atlas;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Maps files into memory: the system reads pages when asked, and takes them back when it must. */
public final class MappedFile {

  private MappedFile() {}

  /** Maps a whole file of at most 2 GB, which must not change as long as the bytes are in use. */
  public static ByteBuffer map(Path file) throws IOException {
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
    }
  }
}
