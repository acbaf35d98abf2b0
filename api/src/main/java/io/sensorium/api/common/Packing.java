package io.sensorium.api.common;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** When and how answers are packed with gzip. */
final class Packing {

  /** Below this a body fits into one packet anyway. */
  static final int MIN_BYTES = 1_024;

  private Packing() {}

  /** Whether an {@code Accept-Encoding} header allows gzip. */
  static boolean isAccepted(Headers headers) {
    for (var value : headers.list("Accept-Encoding")) {
      for (var coding : value.toLowerCase(Locale.ROOT).split(",", -1)) {
        var parts = coding.strip().split("\\s*;\\s*", -1);
        if (parts[0].equals("gzip") || parts[0].equals("*")) {
          return parts.length < 2 || !parts[1].matches("q=0(\\.0*)?");
        }
      }
    }
    return false;
  }

  /** Whether a content type gains by it; events are not kept back by it. */
  static boolean isWorthIt(@Nullable String contentType) {
    return contentType != null
        && !contentType.startsWith("text/event-stream")
        && (contentType.startsWith("text/")
            || contentType.contains("json")
            || contentType.contains("xml")
            || contentType.contains("javascript"));
  }

  static byte[] pack(byte[] bytes) {
    var packed = new ByteArrayOutputStream(bytes.length / 4 + 64);
    try (var gzip = new GZIPOutputStream(packed, 8_192)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return packed.toByteArray();
  }

  /** A flush of the stream reaches the client. */
  static OutputStream packing(OutputStream out) throws IOException {
    return new GZIPOutputStream(out, 8_192, true);
  }
}
