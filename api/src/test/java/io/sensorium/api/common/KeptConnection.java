package io.sensorium.api.common;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.util.Locale;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.NullMarked;

/** One connection by TLS over which requests go one after the other. */
@NullMarked
final class KeptConnection implements AutoCloseable {

  private final SSLSocket socket;
  private final BufferedReader in;

  KeptConnection(SSLSocketFactory sockets, int port) throws IOException {
    socket = (SSLSocket) sockets.createSocket("localhost", port);
    socket.setSoTimeout(20_000);
    socket.startHandshake();
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
  }

  Certificate certificate() throws IOException {
    return socket.getSession().getPeerCertificates()[0];
  }

  /** The body of the answer. */
  String get(String target) throws IOException {
    var request = "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
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

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
