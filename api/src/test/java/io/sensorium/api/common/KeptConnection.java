package io.sensorium.api.common;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.Locale;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.NullMarked;

/** One connection over which requests go one after the other. */
@NullMarked
final class KeptConnection implements AutoCloseable {

  private final Socket socket;
  private final BufferedReader in;

  KeptConnection(SocketFactory sockets, int port) throws IOException {
    socket = sockets.createSocket("localhost", port);
    socket.setSoTimeout(20_000);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  Certificate certificate() throws IOException {
    return ((SSLSocket) socket).getSession().getPeerCertificates()[0];
  }

  /** The body of the answer. */
  String get(String target) throws IOException {
    var request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    return read();
  }

  /** For how long a read waits. */
  void waitForAnswers(Duration atMost) throws IOException {
    socket.setSoTimeout((int) atMost.toMillis());
  }

  /** The body of the next answer. */
  String read() throws IOException {
    int length = 0;
    for (var line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length: ")) {
        length = Integer.parseInt(line.substring("content-length: ".length()));
      }
    }
    var body = new char[length];
    int count = 0;
    while (count < length) {
      count += in.read(body, count, length - count);
    }
    return new String(body);
  }

  /** Ends it before its time. */
  void hangUp() throws IOException {
    socket.close();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
