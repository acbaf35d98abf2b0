package io.sensorium.benchmarks.matching;

import io.sensorium.benchmarks.pipeline.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Unpacks archives with the system's tar. */
final class Archives {

  private Archives() {}

  static Path unpack(Path archive, Path into) throws IOException, InterruptedException {
    Files.createDirectories(into);
    var tar =
        new ProcessBuilder("tar", "xf", archive.toAbsolutePath().toString())
            .directory(into.toFile())
            .inheritIO()
            .start();
    if (tar.waitFor() != 0) {
      throw new BenchException("tar cannot unpack " + archive);
    }
    return into;
  }
}
