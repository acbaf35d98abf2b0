package io.sensorium.benchmarks.corruption;

import io.sensorium.analysis.cleaning.Verdict;
import io.sensorium.benchmarks.metrics.Counts;
import io.sensorium.core.signals.FixTrack;
import java.util.ArrayList;
import java.util.List;

/**
 * What cleaning made of spoilt tracks.
 *
 * @param seenBySize of the spikes that count, those that were rejected; for each of {@link
 *     SizeClass#ALL}
 * @param lost of the good fixes, those that were rejected
 */
record CleaningFigures(List<Share> seenBySize, Share lost, Counts stays) {

  CleaningFigures {
    seenBySize = List.copyOf(seenBySize);
  }

  /**
   * Compares verdicts with what is known of the fixes.
   *
   * @param archive all fixes in order, each once
   * @param verdicts one for each of them
   */
  static CleaningFigures of(
      SpoiltTrack spoilt, FixTrack archive, List<Verdict> verdicts, Counts stays) {
    var seen = new ArrayList<Share>();
    for (var size : SizeClass.ALL) {
      var share = Share.NONE;
      for (var spike : spoilt.spikes()) {
        if (spike.counts() && size.holds(spike.meters())) {
          share = share.plus(verdicts.get(spike.rowIn(archive)) != Verdict.ACCEPTED);
        }
      }
      seen.add(share);
    }
    return new CleaningFigures(seen, lost(spoilt.good(), archive, verdicts), stays);
  }

  private static Share lost(FixTrack good, FixTrack archive, List<Verdict> verdicts) {
    int lost = 0;
    int row = 0;
    for (int i = 0; i < good.size(); i++) {
      while (FixTrack.compareRows(archive, row, good, i) != 0) {
        row++;
      }
      lost += verdicts.get(row) != Verdict.ACCEPTED ? 1 : 0;
    }
    return new Share(lost, good.size());
  }

  static CleaningFigures sum(List<CleaningFigures> parts) {
    var seen = new ArrayList<Share>();
    for (int i = 0; i < SizeClass.ALL.size(); i++) {
      int size = i;
      seen.add(Share.sum(parts.stream().map(part -> part.seenBySize().get(size)).toList()));
    }
    return new CleaningFigures(
        seen,
        Share.sum(parts.stream().map(CleaningFigures::lost).toList()),
        Counts.sum(parts.stream().map(CleaningFigures::stays).toList()));
  }

  /** Of all spikes that count, those that were rejected. */
  Share seen() {
    return Share.sum(seenBySize);
  }
}
