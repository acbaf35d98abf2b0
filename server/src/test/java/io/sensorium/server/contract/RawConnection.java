package io.sensorium.server.contract;

import io.sensorium.core.bytes.Blob;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.SocketFactory;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * Speaks HTTP/1.1 over one connection that is kept, and sends what it is told to, byte for byte: no
 * HTTP library would send most of it. Of an event stream, which has no end, it reads the greeting.
 */
@NullMarked
final class RawConnection implements AutoCloseable {

  /** An answer; the names of its headers are in lower case. */
  record Answer(int status, Map<String, String> headers, Blob body) {

    String text() {
      return new String(body.toBytes(), StandardCharsets.UTF_8);
    }
  }

  private static final int TIMEOUT_MILLIS = 60_000;

  private final SocketFactory sockets;
  private final int port;
  private @Nullable Socket socket;
  private InputStream in = InputStream.nullInputStream();

  RawConnection(SocketFactory sockets, int port) {
    this.sockets = sockets;
    this.port = port;
  }

  /**
   * Sends one request and reads its answer.
   *
   * @param target of characters up to 255, each one byte
   * @param headers lines that end in CR LF, without Host and Content-Length
   */
  Answer send(String method, String target, String headers, byte[] body) {
    var head =
        method
            + " "
            + target
            + " HTTP/1.1\r\nHost: localhost\r\n"
            + headers
            + (method.equals("GET") ? "" : "Content-Length: " + body.length + "\r\n")
            + "\r\n";
    try {
      var out = connected().getOutputStream();
      var request = new ByteArrayOutputStream();
      request.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
      request.writeBytes(body);
      out.write(request.toByteArray());
      out.flush();
      return read(method);
    } catch (IOException e) {
      close();
      throw new UncheckedIOException(method + " " + target, e);
    }
  }

  private Socket connected() throws IOException {
    var open = socket;
    if (open == null) {
      open = sockets.createSocket("localhost", port);
      open.setTcpNoDelay(true);
      open.setSoTimeout(TIMEOUT_MILLIS);
      in = new BufferedInputStream(open.getInputStream());
      socket = open;
    }
    return open;
  }

  private Answer read(String method) throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    var headers = new TreeMap<String, String>();
    for (var line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    boolean bodiless = method.equals("HEAD") || status == 204 || status == 304;
    var body = bodiless ? new byte[0] : body(headers);
    if (headers.getOrDefault("connection", "").equalsIgnoreCase("close")) {
      close();
    }
    return new Answer(status, headers, Blob.copyOf(body));
  }

  private byte[] body(Map<String, String> headers) throws IOException {
    if (headers.getOrDefault("content-type", "").startsWith("text/event-stream")) {
      var greeting = exactly(chunkSize());
      close();
      return greeting;
    }
    if (!headers.containsKey("transfer-encoding")) {
      return exactly(Integer.parseInt(headers.getOrDefault("content-length", "0")));
    }
    var body = new ByteArrayOutputStream();
    for (int size = chunkSize(); size > 0; size = chunkSize()) {
      body.writeBytes(exactly(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int chunkSize() throws IOException {
    return Integer.parseInt(line().strip(), 16);
  }

  private byte[] exactly(int size) throws IOException {
    var bytes = in.readNBytes(size);
    if (bytes.length < size) {
      throw new EOFException("the answer broke off");
    }
    return bytes;
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the answer broke off");
      }
      if (c != '\r') {
        line.write(c);
      }
    }
    return line.toString(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    var open = socket;
    socket = null;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
