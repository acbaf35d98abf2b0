package io.sensorium.api.common;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.NullMarked;

/** A client that sends byte by byte, each after a wait for an answer that is short. */
@NullMarked
final class DrippingClient implements AutoCloseable {

  private static final int WAIT_MILLIS = 20;
  private static final int MAX_DRIPS = 1_500;

  /** What it was told in the end, and how many bytes it had sent by then. */
  record End(String answer, int drips) {}

  private final Socket socket;

  DrippingClient(SocketFactory sockets, int port) throws IOException {
    socket = sockets.createSocket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    if (socket instanceof SSLSocket tls) {
      tls.startHandshake();
    }
    socket.setSoTimeout(WAIT_MILLIS);
  }

  /** Sends what starts it at once, and then the same byte until the server ends it. */
  End drip(String start, char drop) throws IOException {
    var answer = new ByteArrayOutputStream();
    int drips = 0;
    try {
      socket.getOutputStream().write(start.getBytes(StandardCharsets.ISO_8859_1));
      for (; drips < MAX_DRIPS; drips++) {
        if (hasEnded(answer)) {
          return new End(answer.toString(StandardCharsets.UTF_8), drips);
        }
        socket.getOutputStream().write(drop);
        socket.getOutputStream().flush();
      }
    } catch (IOException e) { // a reset is an end, too
      return new End(answer.toString(StandardCharsets.UTF_8), drips);
    }
    throw new AssertionError("not ended after " + drips + " bytes");
  }

  private boolean hasEnded(ByteArrayOutputStream answer) throws IOException {
    try {
      var buffer = new byte[4_096];
      for (int count = read(buffer); count >= 0; count = read(buffer)) {
        answer.write(buffer, 0, count);
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    }
  }

  private int read(byte[] buffer) throws IOException {
    return socket.getInputStream().read(buffer);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
