package io.sensorium.api.common;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The few values of ASN.1 that a certificate is made of, in their DER form (X.690). */
final class Der {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'", Locale.ROOT);

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return tagged(0x30, parts);
  }

  static byte[] set(byte[]... parts) {
    return tagged(0x31, parts);
  }

  static byte[] integer(BigInteger value) {
    return tagged(0x02, value.toByteArray());
  }

  static byte[] yes() {
    return tagged(0x01, new byte[] {(byte) 0xff});
  }

  static byte[] octets(byte[] content) {
    return tagged(0x04, content);
  }

  static byte[] bits(byte[] content) {
    return tagged(0x03, new byte[1], content);
  }

  static byte[] text(String value) {
    return tagged(0x0c, value.getBytes(StandardCharsets.UTF_8));
  }

  static byte[] time(Instant instant) {
    var text = TIME.format(instant.atOffset(ZoneOffset.UTC));
    boolean short2050 = instant.atOffset(ZoneOffset.UTC).getYear() < 2050; // RFC 5280, 4.1.2.5
    return short2050
        ? tagged(0x17, text.substring(2).getBytes(StandardCharsets.US_ASCII))
        : tagged(0x18, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** An object identifier such as 2.5.29.17. */
  static byte[] id(int first, int second, int... others) {
    var content = new ByteArrayOutputStream();
    content.write(first * 40 + second);
    for (int arc : others) {
      for (int shift = 28; shift > 0; shift -= 7) {
        if (arc >> shift != 0) {
          content.write(0x80 | (arc >> shift & 0x7f));
        }
      }
      content.write(arc & 0x7f);
    }
    return tagged(0x06, content.toByteArray());
  }

  static byte[] tagged(int tag, byte[]... parts) {
    var content = new ByteArrayOutputStream();
    for (var part : parts) {
      content.writeBytes(part);
    }
    var all = new ByteArrayOutputStream();
    all.write(tag);
    writeLength(all, content.size());
    all.writeBytes(content.toByteArray());
    return all.toByteArray();
  }

  private static void writeLength(ByteArrayOutputStream out, int length) {
    if (length < 0x80) {
      out.write(length);
    } else if (length < 0x100) {
      out.write(0x81);
      out.write(length);
    } else {
      out.write(0x82);
      out.write(length >> 8);
      out.write(length);
    }
  }
}
