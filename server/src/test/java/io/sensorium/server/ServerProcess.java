package io.sensorium.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The real server in a process of its own, that can be killed. */
public final class ServerProcess implements AutoCloseable {

  private final Process process;
  private final URI url;

  private ServerProcess(Process process, URI url) {
    this.process = process;
    this.url = url;
  }

  /** Starts {@code serve} with these options, and waits until it is ready. */
  public static ServerProcess serve(Path log, List<String> options) throws IOException {
    var process = java(log, "serve", options);
    var url = readyUrl(process.inputReader());
    return new ServerProcess(process, url);
  }

  /** Runs another command to its end, and returns its exit code. */
  public static int run(Path log, String command, List<String> options)
      throws IOException, InterruptedException {
    var process = java(log, command, options);
    process.getInputStream().readAllBytes();
    return process.waitFor();
  }

  public URI url() {
    return url;
  }

  /** SIGKILL: nothing of the process gets to run any more. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** SIGTERM, and waits for the end. */
  public void stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      kill();
      throw new IllegalStateException("the server did not stop within 30 s");
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static Process java(Path log, String command, List<String> options) throws IOException {
    var line = new ArrayList<String>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx256m",
            "-cp",
            System.getProperty("java.class.path"),
            "io.sensorium.server.cli.Main",
            command));
    line.addAll(options);
    return new ProcessBuilder(line)
        .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
        .start();
  }

  private static URI readyUrl(BufferedReader out) throws IOException {
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      if (line.startsWith("ready ")) {
        return URI.create(line.split(" ", 3)[1]);
      }
    }
    throw new IOException("the server ended before it was ready");
  }
}
