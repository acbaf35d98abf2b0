package io.sensorium.store.sql.measurement;

import io.sensorium.core.measurement.SourceRows;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/** All that is in memory: rows by their sources, and batches by their gateways. */
final class Head {

  private final SourceHeads sources = new SourceHeads();
  private final ConcurrentHashMap<Long, GatewayLog> gateways = new ConcurrentHashMap<>();
  private final WaitingRows waiting = new WaitingRows();

  SourceHeads sources() {
    return sources;
  }

  WaitingRows waiting() {
    return waiting;
  }

  Collection<GatewayLog> gateways() {
    return List.copyOf(gateways.values());
  }

  /** Takes up a batch that is in the log. */
  GatewayLog add(long gatewayId, SourceRows rows, long firstSeq, long receivedMicros) {
    var gateway = gateways.computeIfAbsent(gatewayId, _ -> new GatewayLog());
    long bytes = 0;
    for (int source = 0; source < rows.sourceCount(); source++) {
      bytes += sources.obtain(rows.sourceId(source)).add(gateway, rows, source, firstSeq);
    }
    waiting.add(rows.size(), bytes);
    gateway.add(firstSeq, rows.size(), receivedMicros);
    return gateway;
  }

  PackedRows snapshot(long sourceId, long fromMicros, long toMicros) {
    var source = sources.find(sourceId);
    return source == null ? PackedRows.NONE : source.snapshot(fromMicros, toMicros);
  }
}
