package io.sensorium.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** How much of the data directory's disk is free, looked up at most once a second. */
final class FreeDisk {

  private record Seen(long atMillis, long bytes) {}

  private final Path directory;
  private final Clock clock;
  private volatile Seen seen = new Seen(Long.MIN_VALUE / 2, 0);

  FreeDisk(Path directory, Clock clock) {
    this.directory = directory;
    this.clock = clock;
  }

  long bytes() {
    var last = seen;
    long now = clock.millis();
    if (now - last.atMillis() < 1_000) {
      return last.bytes();
    }
    try {
      long bytes = Files.getFileStore(directory).getUsableSpace();
      seen = new Seen(now, bytes);
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tell the free space of " + directory, e);
    }
  }
}
