package io.sensorium.benchmarks.mobilitynet;

import io.sensorium.benchmarks.pipeline.BenchException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The recordings, and what is known of them. */
record MobilityNet(List<PhoneRun> runs, GroundTruth truth) {

  MobilityNet {
    runs = List.copyOf(runs);
  }

  /**
   * Reads what there is.
   *
   * @param datasets the folder that holds the folder {@code mobilitynet}
   */
  static MobilityNet read(Path datasets) throws IOException {
    var folder = datasets.resolve("mobilitynet");
    if (!Files.isDirectory(folder.resolve("runs"))) {
      throw new BenchException(
          "no MobilityNet data in " + folder + "; name its parent: --datasets");
    }
    try (var files = Files.list(folder.resolve("runs"))) {
      var runs = files.filter(PhoneRun::isLocationFile).sorted().map(PhoneRun::of).toList();
      return new MobilityNet(runs, GroundTruth.read(folder));
    }
  }
}
