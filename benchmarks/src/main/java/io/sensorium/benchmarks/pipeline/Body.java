package io.sensorium.benchmarks.pipeline;

import io.sensorium.core.signals.Signals;
import io.sensorium.simulator.upload.SignalsJson;
import io.sensorium.simulator.upload.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A request's body, made before the clock runs. */
public final class Body {

  private static final int ITEMS_PER_BATCH = 10_000; // the most that the API takes
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

  /**
   * Signals in as few batches as the API takes.
   *
   * @param name distinguishes these batches from others of the phone
   * @param pieces the signals in order of arrival, in parts much smaller than a batch
   */
  public static List<Body> batches(String name, Iterable<Signals> pieces) throws IOException {
    var batches = new ArrayList<Body>();
    var batch = new ArrayList<Signals>();
    int items = 0;
    for (var piece : pieces) {
      if (items + piece.itemCount() > ITEMS_PER_BATCH) {
        batches.add(of(name + "-" + batches.size(), Signals.concat(batch)));
        batch.clear();
        items = 0;
      }
      batch.add(piece);
      items += piece.itemCount();
    }
    batches.add(of(name + "-" + batches.size(), Signals.concat(batch)));
    return batches;
  }

  byte[] bytes() {
    return bytes;
  }

  boolean isGzip() {
    return gzip;
  }
}
