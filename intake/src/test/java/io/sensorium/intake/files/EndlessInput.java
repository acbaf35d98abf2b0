package io.sensorium.intake.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Iterator;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An input that is made piece by piece while it is read, and is never in memory as a whole. */
public final class EndlessInput extends InputStream {

  private final Iterator<byte[]> pieces;
  private byte[] piece = new byte[0];
  private int at;

  private EndlessInput(Iterator<byte[]> pieces) {
    this.pieces = pieces;
  }

  /** The text, then {@code repeated} without end. */
  public static InputStream of(String text, String repeated) {
    var endless = Stream.generate(() -> repeated.getBytes(UTF_8));
    return new EndlessInput(Stream.concat(Stream.of(text.getBytes(UTF_8)), endless).iterator());
  }

  /** A head, {@code count} pieces made when they are asked for, and a tail. */
  public static InputStream of(String head, int count, IntFunction<String> made, String tail) {
    var texts =
        Stream.of(Stream.of(head), IntStream.range(0, count).mapToObj(made), Stream.of(tail))
            .flatMap(part -> part);
    return new EndlessInput(texts.map(text -> text.getBytes(UTF_8)).iterator());
  }

  public static InputStream once(String text) {
    return new ByteArrayInputStream(text.getBytes(UTF_8));
  }

  @Override
  public int read() {
    var one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    while (at == piece.length) {
      if (!pieces.hasNext()) {
        return -1;
      }
      piece = pieces.next();
      at = 0;
    }
    int count = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, buffer, offset, count);
    at += count;
    return count;
  }
}
