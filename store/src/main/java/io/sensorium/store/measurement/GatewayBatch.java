package io.sensorium.store.measurement;

import io.sensorium.core.id.GatewayId;
import io.sensorium.core.id.SourceId;
import io.sensorium.core.measurement.Series;
import io.sensorium.core.measurement.SourceRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one gateway sent at once, decoded and found good.
 *
 * @param batchKey names the batch within its gateway, such as a deduplication id; null when the
 *     sender gave no name: then each row is recognised by its source, date and value
 */
public record GatewayBatch(
    GatewayId gateway, @Nullable String batchKey, Instant receivedAt, SourceRows rows) {

  /** The rows of one source; their sequence numbers are ignored. */
  public record Part(SourceId source, Series rows) {}

  public GatewayBatch(
      GatewayId gateway, @Nullable String batchKey, Instant receivedAt, List<Part> parts) {
    this(gateway, batchKey, receivedAt, rowsOf(parts));
  }

  public int rowCount() {
    return rows.size();
  }

  /** The rows source by source; made anew by each call. */
  public List<Part> parts() {
    var parts = new ArrayList<Part>(rows.sourceCount());
    for (int source = 0; source < rows.sourceCount(); source++) {
      parts.add(new Part(new SourceId(rows.sourceId(source)), rows.series(source)));
    }
    return parts;
  }

  private static SourceRows rowsOf(List<Part> parts) {
    int size = parts.stream().mapToInt(part -> part.rows().size()).sum();
    var rows = SourceRows.builder(size);
    parts.forEach(part -> rows.addAll(part.source().value(), part.rows()));
    return rows.build();
  }
}
