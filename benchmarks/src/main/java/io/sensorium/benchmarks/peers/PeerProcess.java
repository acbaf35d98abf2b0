package io.sensorium.benchmarks.peers;

import io.sensorium.benchmarks.pipeline.BenchException;
import io.sensorium.benchmarks.pipeline.ThreadFigures;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** A peer's program as a child of this process. Closing stops it gracefully. */
final class PeerProcess implements AutoCloseable {

  private static final int LOOK_EACH_MILLIS = 50;
  private static final int LOOKS = 1_200;
  private static final int STOP_SECONDS = 120;

  private final Process process;

  private PeerProcess(Process process) {
    this.process = process;
  }

  /** Starts a program and waits until it listens. What it prints goes to {@code log}. */
  static PeerProcess start(List<String> command, Path log, int port)
      throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command)
            .directory(Objects.requireNonNull(log.getParent()).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    for (int look = 0; look < LOOKS && process.isAlive(); look++) {
      if (isListening(port)) {
        return new PeerProcess(process);
      }
      Thread.sleep(LOOK_EACH_MILLIS);
    }
    process.destroyForcibly();
    throw new BenchException(command.getFirst() + " did not start:\n" + Files.readString(log));
  }

  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static boolean isListening(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 100);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  ServerFigures figures() {
    return ServerFigures.of(process.toHandle());
  }

  /** What its living threads have used, to the microsecond. */
  double threadSeconds() throws IOException {
    double seconds = ThreadFigures.of(process.pid()).cpuSeconds();
    for (var child : process.descendants().toList()) {
      seconds += ThreadFigures.of(child.pid()).cpuSeconds();
    }
    return seconds;
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
