package io.sensorium.intake.mqtt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A Mosquitto broker on a port of this machine. */
final class MosquittoBroker implements AutoCloseable {

  private static final List<Path> FOLDERS =
      Stream.of("/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin", "/opt/homebrew/sbin")
          .map(Path::of)
          .toList();

  private final Path config;
  private final int port;
  private Process process;

  private MosquittoBroker(Path config, int port) {
    this.config = config;
    this.port = port;
    this.process = run();
  }

  /**
   * Starts a broker that lets everybody in.
   *
   * @param acl who may do what; null when all may do all
   */
  static MosquittoBroker start(Path directory, @Nullable String acl) {
    int port = freePort();
    var lines = new StringBuilder();
    lines.append("listener ").append(port).append(" 127.0.0.1\n");
    lines.append("allow_anonymous true\npersistence false\nlog_dest stderr\n");
    try {
      if (acl != null) {
        var file = Files.writeString(directory.resolve("acl"), acl);
        lines.append("user root\nacl_file ").append(file).append('\n');
      }
      var config = Files.writeString(directory.resolve("mosquitto.conf"), lines);
      return new MosquittoBroker(config, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path binary() {
    return FOLDERS.stream()
        .map(folder -> folder.resolve("mosquitto"))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("mosquitto is not installed"));
  }

  private Process run() {
    try {
      var started =
          new ProcessBuilder(binary().toString(), "-c", config.toString())
              .redirectErrorStream(true)
              .start();
      var log =
          new BufferedReader(
              new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8));
      for (var line = log.readLine(); line != null; line = log.readLine()) {
        if (line.endsWith(" running")) {
          Thread.ofVirtual().start(() -> log.lines().forEach(_ -> {}));
          return started;
        }
      }
      throw new IllegalStateException("mosquitto does not start; see " + config);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return port;
  }

  void restart() {
    close();
    process = run();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
