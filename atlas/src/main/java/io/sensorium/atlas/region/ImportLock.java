package io.sensorium.atlas.region;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a second import off the directory of maps; the system lets go when the process ends. */
final class ImportLock implements AutoCloseable {

  private final FileChannel channel;

  private ImportLock(FileChannel channel) {
    this.channel = channel;
  }

  static ImportLock acquire(Path root) throws IOException {
    var channel =
        FileChannel.open(
            root.resolve("import.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return new ImportLock(channel);
      }
    } catch (OverlappingFileLockException e) {
      // another thread of this process imports: the same answer
    }
    channel.close();
    throw new IllegalArgumentException("another import of a map goes on");
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
