package io.sensorium.benchmarks.pipeline;

import io.sensorium.core.signals.Signals;
import io.sensorium.simulator.upload.SignalsJson;
import io.sensorium.simulator.upload.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** A request's body, made before the clock runs. */
public final class Body {

  private static final int WORTH_ZIPPING_BYTES = 1_400; // more than one packet

  private final byte[] bytes;
  private final boolean gzip;

  private Body(byte[] bytes, boolean gzip) {
    this.bytes = bytes;
    this.gzip = gzip;
  }

  static Body of(String json) {
    return new Body(json.getBytes(StandardCharsets.UTF_8), false);
  }

  /** One batch as phones send it: zipped unless it is tiny. */
  public static Body of(String batchId, Signals signals) throws IOException {
    var plain = new ByteArrayOutputStream();
    new SignalsJson().write(new Upload(batchId, signals), null, plain);
    if (plain.size() < WORTH_ZIPPING_BYTES) {
      return new Body(plain.toByteArray(), false);
    }
    var zipped = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(zipped)) {
      plain.writeTo(zip);
    }
    return new Body(zipped.toByteArray(), true);
  }

  byte[] bytes() {
    return bytes;
  }

  boolean isGzip() {
    return gzip;
  }
}
