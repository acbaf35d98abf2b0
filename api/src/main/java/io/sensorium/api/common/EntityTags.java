package io.sensorium.api.common;

import java.util.Collection;
import java.util.HexFormat;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/** Makes entity tags, and compares the values of {@code If-None-Match}; RFC 9110, 8.8.3. */
public final class EntityTags {

  private static final Pattern TAG = Pattern.compile("(?:W/)?(\"[^\"]*\")");

  private EntityTags() {}

  /**
   * Weak, as packing changes the bytes: two checksums of 32 bits of what is said, each of which the
   * processor works out by itself.
   */
  public static String weak(byte[] content) {
    var crc = new CRC32();
    var crcC = new CRC32C();
    crc.update(content);
    crcC.update(content);
    var hex = HexFormat.of();
    return "W/\""
        + hex.toHexDigits((int) crc.getValue())
        + hex.toHexDigits((int) crcC.getValue())
        + '"';
  }

  /** Whether one of the tags is the same, weak or not, or is {@code *}. */
  public static boolean anyMatches(Collection<String> headerValues, String tag) {
    var opaque = tag.substring(tag.indexOf('"'));
    for (var value : headerValues) {
      if (value.strip().equals("*")) {
        return true;
      }
      var matcher = TAG.matcher(value);
      while (matcher.find()) {
        if (matcher.group(1).equals(opaque)) {
          return true;
        }
      }
    }
    return false;
  }
}
