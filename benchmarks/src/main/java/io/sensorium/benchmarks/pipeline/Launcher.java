package io.sensorium.benchmarks.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The command that starts servers. */
public record Launcher(Path path) {

  /** The launcher that started this process. */
  public static Launcher find() {
    var path = System.getProperty("sensorium.launcher");
    if (path == null || !Files.isExecutable(Path.of(path))) {
      throw new BenchException("no launcher; run this as: ./sensorium bench");
    }
    return new Launcher(Path.of(path));
  }

  /** Starts a server with embedded storage and waits until it is ready. */
  public ServerProcess serve(DataDirectory data) throws IOException, InterruptedException {
    return serve(data, Map.of());
  }

  /** Starts a server with settings of its own. */
  public ServerProcess serve(DataDirectory data, Map<String, String> settings)
      throws IOException, InterruptedException {
    return ServerProcess.start(path, data.path(), settings);
  }

  /** The file that recorded results go to. */
  public Path resultsFile() {
    return path.resolveSibling("benchmarks").resolve("README.md");
  }

  /** The folder of the models that are shipped. */
  public Path modelsFolder() {
    return path.resolveSibling("analysis/src/main/resources/io/sensorium/analysis/legs");
  }
}
