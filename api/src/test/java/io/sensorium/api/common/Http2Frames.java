package io.sensorium.api.common;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.NullMarked;

/** A client that speaks HTTP/2 frame by frame, with prior knowledge (RFC 9113, 3.3 and 6). */
@NullMarked
final class Http2Frames implements AutoCloseable {

  static final int DATA = 0;
  static final int HEADERS = 1;
  static final int RST_STREAM = 3;
  static final int SETTINGS = 4;
  static final int PING = 6;
  static final int CONTINUATION = 9;

  static final int END_STREAM = 1;
  static final int END_HEADERS = 4;

  static final int CANCEL = 8;
  static final int REFUSED_STREAM = 7;

  /** A frame as the server sent it. */
  record Frame(int type, int stream, ByteBuffer payload) {

    /** The error of a frame that resets a stream. */
    int errorCode() {
      return payload.getInt(0);
    }
  }

  private final Socket socket;
  private final DataInputStream in;

  Http2Frames(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(20_000);
    in = new DataInputStream(socket.getInputStream());
    socket
        .getOutputStream()
        .write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    send(SETTINGS, 0, 0, new byte[0]);
  }

  /** A whole GET of a path of at most 100 characters. */
  void get(int stream, String path) throws IOException {
    send(HEADERS, END_STREAM | END_HEADERS, stream, headers(path));
  }

  /** The fields of a GET by HPACK, without compression: RFC 7541, 6. */
  static byte[] headers(String path) {
    var fields = new ByteArrayOutputStream();
    fields.writeBytes(new byte[] {(byte) 0x82, (byte) 0x86, 0x04});
    text(fields, path);
    fields.write(0x01);
    text(fields, "localhost");
    return fields.toByteArray();
  }

  private static void text(ByteArrayOutputStream fields, String text) {
    fields.write(text.length());
    fields.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }

  void reset(int stream) throws IOException {
    send(RST_STREAM, 0, stream, ByteBuffer.allocate(4).putInt(CANCEL).array());
  }

  void send(int type, int flags, int stream, byte[] payload) throws IOException {
    var frame = ByteBuffer.allocate(9 + payload.length);
    frame.putInt(payload.length << 8 | type).put((byte) flags).putInt(stream).put(payload);
    socket.getOutputStream().write(frame.array());
  }

  /** The next frame of the type; what comes before it is passed over. */
  Frame await(int type) throws IOException {
    for (var frame = read(); ; frame = read()) {
      if (frame.type() == type) {
        return frame;
      }
    }
  }

  private Frame read() throws IOException {
    int head = in.readInt();
    in.readByte();
    int stream = in.readInt();
    var payload = new byte[head >>> 8];
    in.readFully(payload);
    return new Frame(head & 0xff, stream, ByteBuffer.wrap(payload));
  }

  /** Whether the server has ended the connection, once everything it sent is read. */
  boolean isEnded() throws IOException {
    try {
      while (true) {
        read();
      }
    } catch (EOFException | SocketException e) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
