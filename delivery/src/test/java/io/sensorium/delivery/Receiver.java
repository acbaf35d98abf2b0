package io.sensorium.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sensorium.core.notification.CallbackUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** A real HTTP server that takes callbacks, and answers as a test wants. */
public final class Receiver implements AutoCloseable {

  private static final int WAIT_SECONDS = 60;

  /** What it received. */
  public record Received(String path, Map<String, List<String>> headers, String body) {

    public String header(String name) {
      return headers.entrySet().stream()
          .filter(entry -> entry.getKey().equalsIgnoreCase(name))
          .map(entry -> entry.getValue().getFirst())
          .findFirst()
          .orElseThrow();
    }
  }

  /** What it answers. */
  public record Reply(int status, Map<String, String> headers) {

    public static Reply of(int status) {
      return new Reply(status, Map.of());
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final LinkedBlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private final Function<Received, Reply> answer;

  public Receiver(Function<Received, Reply> answer) {
    this.answer = answer;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Answers the same status to everybody. */
  public static Receiver answering(int status) {
    return new Receiver(_ -> Reply.of(status));
  }

  public int port() {
    return server.getAddress().getPort();
  }

  public CallbackUrl url(String path) {
    return new CallbackUrl("http://127.0.0.1:" + port() + path);
  }

  /** What comes next; waits for it. */
  public Received next() {
    try {
      var next = received.poll(WAIT_SECONDS, TimeUnit.SECONDS);
      if (next == null) {
        throw new AssertionError("nothing came within " + WAIT_SECONDS + " s");
      }
      return next;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** What came and was not taken by {@link #next}. */
  public int waitingCount() {
    return received.size();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      var request =
          new Received(
              exchange.getRequestURI().toString(), Map.copyOf(exchange.getRequestHeaders()), body);
      received.add(request);
      var reply = answer.apply(request);
      reply.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
      exchange.sendResponseHeaders(reply.status(), -1);
    }
  }
}
