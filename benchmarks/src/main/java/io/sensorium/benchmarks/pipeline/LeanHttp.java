package io.sensorium.benchmarks.pipeline;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/**
 * One HTTP/1.1 connection that is kept open, for one thread. It does next to nothing beside copying
 * bytes, so that the processor is the server's, whichever server it is. A small request leaves in
 * one packet, as those of phones do.
 */
public final class LeanHttp implements AutoCloseable {

  /** What a server answered. */
  public record Answer(int status, String body) {

    public boolean isSuccess() {
      return status / 100 == 2;
    }

    private boolean isLater() {
      return status == BUSY || status == TOO_MANY;
    }
  }

  /** One request. */
  @FunctionalInterface
  public interface Call {

    Answer send() throws IOException;
  }

  private static final int BUSY = 503;
  private static final int TOO_MANY = 429;
  private static final int TIMEOUT_MILLIS = 120_000;
  private static final int BUFFER_BYTES = 64 << 10;
  private static final int SMALL_BYTES = 16 << 10;
  private static final long IDLE_NANOS = 10_000_000_000L; // servers close what is idle for longer
  private static final int NO_CONTENT = 204;
  private static final int LENGTH_UNKNOWN = -1;
  private static final int LENGTH_CHUNKED = -2;

  private final URI server;
  private Socket socket;
  private OutputStream out;
  private InputStream in;
  private boolean isLast;
  private long usedNanos = System.nanoTime();

  public LeanHttp(URI server) throws IOException {
    this.server = server;
    socket = connect(server);
    out = socket.getOutputStream();
    in = buffered(socket);
  }

  private static Socket connect(URI server) throws IOException {
    var socket = new Socket();
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), TIMEOUT_MILLIS);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return socket;
  }

  private static InputStream buffered(Socket socket) throws IOException {
    return new BufferedInputStream(socket.getInputStream(), BUFFER_BYTES);
  }

  /** Connects anew where the server said that it closes the connection, or may have closed it. */
  private void reconnectIfClosed() throws IOException {
    if (isLast || System.nanoTime() - usedNanos > IDLE_NANOS) {
      socket.close();
      socket = connect(server);
      out = socket.getOutputStream();
      in = buffered(socket);
      isLast = false;
    }
  }

  /** Asks; {@code headers} are whole lines, each with its line end. */
  public Answer get(String target, String headers) throws IOException {
    reconnectIfClosed();
    out.write(head("GET", target, headers, ""));
    return answer();
  }

  public Answer post(String target, String headers, byte[] body) throws IOException {
    reconnectIfClosed();
    var head = head("POST", target, headers, "Content-Length: " + body.length + "\r\n");
    if (body.length <= SMALL_BYTES) {
      var whole = Arrays.copyOf(head, head.length + body.length);
      System.arraycopy(body, 0, whole, head.length, body.length);
      out.write(whole);
    } else {
      out.write(head);
      out.write(body);
    }
    return answer();
  }

  /** What is answered after all that was answered "later", with a pause before each new try. */
  public static Answer untilTaken(int pauseMillis, Call call)
      throws IOException, InterruptedException {
    var answer = call.send();
    while (answer.isLater()) {
      Thread.sleep(pauseMillis);
      answer = call.send();
    }
    return answer;
  }

  private byte[] head(String method, String target, String headers, String length) {
    return "%s %s HTTP/1.1\r\nHost: %s\r\n%s%s\r\n"
        .formatted(method, target, server.getAuthority(), headers, length)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private Answer answer() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    int length = LENGTH_UNKNOWN;
    for (var line = line(); !line.isEmpty(); line = line()) {
      var header = line.toLowerCase(Locale.ROOT);
      if (header.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      } else if (header.startsWith("transfer-encoding:") && header.endsWith("chunked")) {
        length = LENGTH_CHUNKED;
      } else if (header.equals("connection: close")) {
        isLast = true;
      }
    }
    var body = status == NO_CONTENT ? "" : body(length);
    usedNanos = System.nanoTime();
    return new Answer(status, body);
  }

  private String body(int length) throws IOException {
    return switch (length) {
      case LENGTH_UNKNOWN -> throw new BenchException("an answer without its length");
      case LENGTH_CHUNKED -> chunks();
      default -> new String(exactly(length), StandardCharsets.UTF_8);
    };
  }

  private String chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      int length = Integer.parseInt(line().split(";", 2)[0].strip(), 16);
      body.write(exactly(length));
      line();
      if (length == 0) {
        return body.toString(StandardCharsets.UTF_8);
      }
    }
  }

  private byte[] exactly(int length) throws IOException {
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("the server hung up within an answer");
    }
    return bytes;
  }

  private String line() throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server hung up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
