package io.sensorium.api.common;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Bytes of a JSON document as they grow; with a stream, only those that it has not been given. */
final class JsonBuffer {

  private static final int FLUSH_BYTES = 8_192;
  private static final int MOST_BYTES_OF_A_CHAR = 6; // \u001F
  private static final byte[] HEX = ascii("0123456789ABCDEF");
  private static final String SHORT_ESCAPES = "\bb\tt\nn\ff\rr\"\"\\\\";

  private static final int CAPACITY = 512;
  private static final int MOST_KEPT_BYTES = 64 << 10;

  /**
   * Names as they were written last. A name that is a constant of the program is found here again:
   * one comparison instead of one of each character.
   */
  private static final Name[] NAMES = new Name[256];

  private static final int MOST_KEPT_NAME = 40;

  /** A name, and what is written for it; whichever thread sees it sees all of it. */
  private static final class Name {
    private final String name;
    private final byte[] json;

    Name(String name, byte[] json) {
      this.name = name;
      this.json = json;
    }
  }

  /** What a thread of the system's wrote into last; those are few, and each writes much. */
  private static final ThreadLocal<byte[]> KEPT = new ThreadLocal<>();

  private final @Nullable OutputStream out;
  private byte[] bytes;
  private int size;

  private JsonBuffer(byte[] bytes, @Nullable OutputStream out) {
    this.bytes = bytes;
    this.out = out;
  }

  /** Grows with the document. */
  static JsonBuffer ofMemory() {
    var kept = KEPT.get();
    KEPT.remove(); // so that a document within a document has its own
    return new JsonBuffer(kept == null ? new byte[CAPACITY] : kept, null);
  }

  /** Holds what the stream has not been given yet. */
  static JsonBuffer before(OutputStream out) {
    return new JsonBuffer(new byte[CAPACITY], out);
  }

  /** The document; the buffer is not to be used any more. */
  byte[] finish() {
    var document = Arrays.copyOf(bytes, size);
    if (bytes.length <= MOST_KEPT_BYTES && !Thread.currentThread().isVirtual()) {
      KEPT.set(bytes);
    }
    return document;
  }

  void append(char ascii) {
    reserve(1);
    bytes[size++] = (byte) ascii;
  }

  /** Text of ASCII characters alone, as it is. */
  void appendAscii(String text) {
    int length = text.length();
    reserve(length);
    for (int i = 0; i < length; i++) {
      bytes[size + i] = (byte) text.charAt(i);
    }
    size += length;
  }

  /** Any text, as it is. */
  void appendText(String text) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      i = appendPoint(text, i, false);
    }
  }

  /** A string between its quotes. */
  void appendQuoted(String text) {
    int length = text.length();
    reserve(length + 2);
    bytes[size] = '"';
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (!isPlain(c)) {
        size += 1 + i;
        appendEscaped(text, i);
        append('"');
        return;
      }
      bytes[size + 1 + i] = (byte) c;
    }
    bytes[size + 1 + length] = '"';
    size += length + 2;
  }

  /** The name of a field, with its colon; one of the program's own, as it is kept. */
  void appendName(String name) {
    int place = name.hashCode() & (NAMES.length - 1);
    var piece = NAMES[place];
    if (piece != null && piece.name.equals(name)) {
      reserve(piece.json.length);
      System.arraycopy(piece.json, 0, bytes, size, piece.json.length);
      size += piece.json.length;
      return;
    }
    reserve(MOST_BYTES_OF_A_CHAR * name.length() + 3); // so that nothing moves meanwhile
    int from = size;
    appendQuoted(name);
    append(':');
    if (name.length() <= MOST_KEPT_NAME) {
      NAMES[place] = new Name(name, Arrays.copyOfRange(bytes, from, size));
    }
  }

  /** A quoted time with exactly 3 digits of its second. */
  void append(Instant instant, ZoneOffset offset) {
    append('"');
    reserve(Timestamps.MILLIS_LENGTH);
    if (Timestamps.isQuick(instant)) {
      Timestamps.putMillis(bytes, size, instant, offset);
      size += Timestamps.MILLIS_LENGTH;
    } else {
      appendAscii(Timestamps.millis(instant, offset));
    }
    append('"');
  }

  /** A whole number. */
  void append(long number) {
    reserve(AsciiDigits.MOST);
    size = AsciiDigits.put(bytes, size, number);
  }

  /** A number with at most so many decimals. */
  void append(double number, int maxDecimals) {
    if (Numbers.isQuick(number, maxDecimals)) {
      reserve(Numbers.MOST_QUICK);
      size = Numbers.put(bytes, size, number, maxDecimals);
    } else {
      appendAscii(Numbers.shortest(number, maxDecimals));
    }
  }

  /** Gives the stream what it has not been given yet. */
  void flush() {
    if (out != null) {
      try {
        out.write(bytes, 0, size);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      size = 0;
    }
  }

  private void appendEscaped(String text, int from) {
    int length = text.length();
    for (int i = from; i < length; i++) {
      i = appendPoint(text, i, true);
    }
  }

  /** The index of the last char of what was written. Half a pair is the replacement character. */
  private int appendPoint(String text, int at, boolean escaping) {
    reserve(MOST_BYTES_OF_A_CHAR);
    char c = text.charAt(at);
    if (c < 0x80) {
      if (!escaping || isPlain(c)) {
        bytes[size++] = (byte) c;
      } else {
        escape(c);
      }
      return at;
    }
    int point = text.codePointAt(at);
    boolean isHalf = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    appendUtf8(isHalf ? 0xFFFD : point);
    return point > 0xFFFF ? at + 1 : at;
  }

  private void appendUtf8(int point) {
    if (point < 0x800) {
      bytes[size++] = (byte) (0xC0 | (point >> 6));
    } else {
      if (point < 0x10000) {
        bytes[size++] = (byte) (0xE0 | (point >> 12));
      } else {
        bytes[size++] = (byte) (0xF0 | (point >> 18));
        bytes[size++] = (byte) (0x80 | ((point >> 12) & 0x3F));
      }
      bytes[size++] = (byte) (0x80 | ((point >> 6) & 0x3F));
    }
    bytes[size++] = (byte) (0x80 | (point & 0x3F));
  }

  private void escape(char c) {
    bytes[size++] = '\\';
    for (int i = 0; i < SHORT_ESCAPES.length(); i += 2) {
      if (SHORT_ESCAPES.charAt(i) == c) {
        bytes[size++] = (byte) SHORT_ESCAPES.charAt(i + 1);
        return;
      }
    }
    bytes[size++] = 'u';
    for (int shift = 12; shift >= 0; shift -= 4) {
      bytes[size++] = HEX[(c >> shift) & 0xF];
    }
  }

  private static boolean isPlain(char c) {
    return c >= ' ' && c < 0x80 && c != '"' && c != '\\';
  }

  private void reserve(int more) {
    if (bytes.length - size < more) {
      if (out != null && size >= FLUSH_BYTES) {
        flush();
      }
      if (bytes.length - size < more) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(size, more)));
      }
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
