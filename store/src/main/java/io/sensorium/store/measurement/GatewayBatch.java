package io.sensorium.store.measurement;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.Series;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one gateway sent at once, decoded and found good.
 *
 * @param batchKey names the batch within its gateway, such as a deduplication id; null when the
 *     sender gave no name: then each row is recognised by its source, date and value
 * @param parts at most one per source; sequence numbers in them are ignored
 */
public record GatewayBatch(
    GatewayId gateway, @Nullable String batchKey, Instant receivedAt, List<Part> parts) {

  /** The rows of one source. */
  public record Part(SourceId source, Series rows) {}

  public GatewayBatch {
    parts = List.copyOf(parts);
  }

  public int rowCount() {
    int count = 0;
    for (var part : parts) {
      count += part.rows().size();
    }
    return count;
  }
}
