package io.sensorium.benchmarks.corruption;

import io.sensorium.analysis.cleaning.Cleaning;
import io.sensorium.analysis.flow.FoldCursor;
import io.sensorium.analysis.flow.Piece;
import io.sensorium.benchmarks.month.SimulatedMonth;
import io.sensorium.benchmarks.timeline.Interval;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.PersonHistory;
import java.util.ArrayList;
import java.util.List;

/** Keeps, cleans and folds a month's fixes by the code that the server does it with. */
final class InProcess {

  private static final int FIXES_PER_BATCH = 10_000;

  private InProcess() {}

  static CleaningFigures measure(PersonHistory history, SpoiltTrack spoilt) {
    var archive = archive(spoilt.arrival());
    var stays = stays(archive, Micros.of(history.end()));
    return CleaningFigures.of(
        spoilt,
        archive,
        Cleaning.verdicts(archive),
        SimulatedMonth.pairStays(history.truth(), stays).counts());
  }

  /** The union of all batches, as they arrive one after the other. */
  static FixTrack archive(FixTrack arrival) {
    var archive = FixTrack.EMPTY;
    for (int from = 0; from < arrival.size(); from += FIXES_PER_BATCH) {
      int to = Math.min(from + FIXES_PER_BATCH, arrival.size());
      archive = FixTrack.union(archive, arrival.slice(from, to).sortedDistinct());
    }
    return archive;
  }

  /** The stays that are found, the open one included. */
  static List<Interval> stays(FixTrack archive, long endMicros) {
    var pieces = new ArrayList<Piece>();
    var cursor = FoldCursor.start();
    for (int row = 0; row < archive.size(); row++) {
      cursor.fold(archive, row, pieces::add);
    }
    cursor.tail(endMicros).pieces().forEach(open -> pieces.add(open.piece()));
    return pieces.stream()
        .filter(Piece.Stay.class::isInstance)
        .map(stay -> new Interval(stay.startMicros(), stay.endMicros()))
        .toList();
  }
}
