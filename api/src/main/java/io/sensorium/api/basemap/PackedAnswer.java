package io.sensorium.api.basemap;

import io.sensorium.api.common.Request;
import io.sensorium.api.common.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;

/** Answers with bytes that are kept packed, and unpacked for the few who cannot. */
final class PackedAnswer {

  private PackedAnswer() {}

  /**
   * The answer to a request.
   *
   * @param packed with gzip
   */
  static Response of(Request request, String contentType, byte[] packed) throws IOException {
    if (request.acceptsGzip()) {
      return Response.bytes(200, contentType, packed)
          .with("Content-Encoding", "gzip")
          .varyingBy("Accept-Encoding");
    }
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return Response.bytes(200, contentType, gzip.readAllBytes()).varyingBy("Accept-Encoding");
    }
  }
}
