package io.sensorium.api.common;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Decodes {@code %41} in paths and queries, as UTF-8 and exactly once. */
final class PercentCoding {

  private PercentCoding() {}

  /** A path segment: a plus sign stays one. */
  static String decodeSegment(String raw) {
    var segment = raw.indexOf('%') < 0 ? raw : decode(raw);
    if (segment.indexOf(0) >= 0) {
      throw ApiError.invalidParameter("the URL has a %00");
    }
    return segment;
  }

  /** A name or value of a query: a plus sign is a space. */
  static String decodeForm(String raw) {
    var spaced = raw.replace('+', ' ');
    return spaced.indexOf('%') < 0 ? spaced : decode(spaced);
  }

  private static String decode(String raw) {
    var bytes = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        bytes.write(hexPair(raw, i + 1));
        i += 2;
      } else {
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw ApiError.invalidParameter("the URL is not UTF-8");
    }
  }

  private static int hexPair(String raw, int start) {
    int high = start + 1 < raw.length() ? Character.digit(raw.charAt(start), 16) : -1;
    int low = start + 1 < raw.length() ? Character.digit(raw.charAt(start + 1), 16) : -1;
    if (high < 0 || low < 0) {
      throw ApiError.invalidParameter("the URL has a % that no two hex digits follow");
    }
    return high * 16 + low;
  }
}
