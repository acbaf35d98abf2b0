package io.sensorium.benchmarks.pipeline;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running server. Closing stops it gracefully. */
public final class ServerProcess implements AutoCloseable {
  /*
   * The launcher becomes the server by exec, so the child's process id is the server's, and the
   * measured start includes the launcher's own work.
   */

  private static final long PATIENCE_SECONDS = 120;
  private static final String READY = "ready ";

  private final Process process;
  private final Path data;
  private final Path log;
  private final URI uri;
  private final double readySeconds;

  private ServerProcess(Process process, Path data, Path log, URI uri, double readySeconds) {
    this.process = process;
    this.data = data;
    this.log = log;
    this.uri = uri;
    this.readySeconds = readySeconds;
  }

  static ServerProcess start(Path launcher, Path data, Map<String, String> settings)
      throws IOException, InterruptedException {
    var log = Files.createTempFile("sensorium-bench-", ".log");
    var config = Files.createTempFile("sensorium-bench-", ".conf");
    Files.write(
        config, settings.entrySet().stream().map(s -> s.getKey() + ": " + s.getValue()).toList());
    var command =
        List.of(
            launcher.toString(),
            "serve",
            "--config",
            config.toString(),
            "--data",
            data.toString(),
            "--port",
            "0",
            "--tls-port",
            "-1");
    long started = System.nanoTime();
    var builder = new ProcessBuilder(command).redirectError(log.toFile());
    var process = builder.start();
    var ready = new CompletableFuture<String>();
    Thread.ofVirtual().start(() -> read(process.inputReader(StandardCharsets.UTF_8), ready));
    try {
      var line = ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
      double seconds = (System.nanoTime() - started) / 1e9;
      return new ServerProcess(process, data, log, firstUri(line), seconds);
    } catch (ExecutionException | TimeoutException e) {
      process.destroyForcibly();
      throw new BenchException("the server did not start:\n" + Files.readString(log), e);
    } finally {
      Files.delete(config);
    }
  }

  /** Completes {@code ready}, and goes on reading so that the server never waits for us. */
  private static void read(BufferedReader lines, CompletableFuture<String> ready) {
    try (lines) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(READY)) {
          ready.complete(line);
        }
      }
    } catch (IOException e) {
      ready.completeExceptionally(e);
    }
    ready.completeExceptionally(new BenchException("it ended before it was ready"));
  }

  private static URI firstUri(String ready) {
    var uris = ready.substring(READY.length());
    int end = uris.indexOf(' ');
    return URI.create(end < 0 ? uris : uris.substring(0, end));
  }

  public URI uri() {
    return uri;
  }

  /** From the launcher's start to the line that says ready. */
  public double readySeconds() {
    return readySeconds;
  }

  public String adminToken() throws IOException {
    return Files.readString(data.resolve("admin.token")).strip();
  }

  public ProcessFigures figures() throws IOException {
    return ProcessFigures.of(process.pid());
  }

  /** What each kind of its threads has used. */
  public ThreadFigures threads() throws IOException {
    return ThreadFigures.of(process.pid());
  }

  /** The server's process. */
  public ProcessHandle handle() {
    return process.toHandle();
  }

  /** Ends the server as a power cut does. */
  public void kill() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    Files.delete(log);
  }

  /** Asks the server to end and waits until it has. */
  @Override
  public void close() throws IOException {
    if (!process.isAlive()) {
      throw new BenchException(
          "the server ended by itself (%d); see %s".formatted(process.exitValue(), log));
    }
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new BenchException("the server did not stop within " + PATIENCE_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
    Files.delete(log);
  }
}
