package io.sensorium.store.sql;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.series.FixTrackCodec;
import java.util.List;

/** The stream of fixes. */
final class FixStream implements ItemStream<FixTrack> {

  @Override
  public int code() {
    return 1;
  }

  @Override
  public boolean hasSpans() {
    return false;
  }

  @Override
  public int maxBlockWeight() {
    return 1_024;
  }

  @Override
  public int openBlockWeight() {
    return 128;
  }

  @Override
  public int size(FixTrack items) {
    return items.size();
  }

  @Override
  public long timeMicros(FixTrack items, int index) {
    return items.timeMicros(index);
  }

  @Override
  public long reachMicros(FixTrack items, int index) {
    return items.timeMicros(index);
  }

  @Override
  public int weight(FixTrack items, int index) {
    return 1;
  }

  @Override
  public FixTrack sortedDistinct(FixTrack items) {
    return items.sortedDistinct();
  }

  @Override
  public FixTrack union(FixTrack a, FixTrack b) {
    return FixTrack.union(a, b);
  }

  @Override
  public FixTrack without(FixTrack items, FixTrack known) {
    var fresh = new FixTrack.Builder(items.size());
    int row = 0;
    for (int item = 0; item < items.size(); item++) {
      while (row < known.size() && FixTrack.compareRows(known, row, items, item) < 0) {
        row++;
      }
      if (row == known.size() || FixTrack.compareRows(known, row, items, item) != 0) {
        fresh.addRow(items, item);
      }
    }
    return fresh.size() == items.size() ? items : fresh.build();
  }

  @Override
  public FixTrack slice(FixTrack items, int from, int to) {
    return items.slice(from, to);
  }

  @Override
  public FixTrack within(FixTrack items, long fromMicros, long toMicros) {
    int to = toMicros == Long.MAX_VALUE ? items.size() : items.firstRowAtOrAfter(toMicros + 1);
    return items.slice(Math.min(to, items.firstRowAtOrAfter(fromMicros)), to);
  }

  @Override
  public FixTrack concat(List<FixTrack> parts) {
    return parts.size() == 1 ? parts.getFirst() : FixTrack.concat(parts);
  }

  @Override
  public byte[] encode(FixTrack items) {
    return FixTrackCodec.encode(items);
  }

  @Override
  public FixTrack decode(byte[] payload) {
    return FixTrackCodec.decode(payload);
  }
}
