package io.sensorium.benchmarks.corruption;

import io.sensorium.benchmarks.metrics.Counts;
import io.sensorium.benchmarks.month.SimulatedMonth;
import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.time.Micros;
import io.sensorium.simulator.PersonHistory;
import io.sensorium.simulator.random.Dice;

/** Ways in which a phone reports only some of its fixes. */
enum Thinning {
  NOTHING("nothing"),
  THREE_OF_TEN("three fixes of ten, at random"),
  SIX_OF_TEN("six fixes of ten, at random"),
  BETWEEN_HEARTBEATS("all but one fix in 15 minutes");

  private static final int FIXES_PER_HEARTBEAT = 60; // of a fix per 15 s

  private final String words;

  Thinning(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /** The stays of a month of which these fixes are missing. */
  Counts stays(PersonHistory history, FixTrack whole) {
    var dice = new Dice(history.person().seed()).fork("thinning");
    var left = new FixTrack.Builder(whole.size());
    for (int row = 0; row < whole.size(); row++) {
      if (isLeft(row, dice)) {
        left.addRow(whole, row);
      }
    }
    var stays = InProcess.stays(left.build(), Micros.of(history.end()));
    return SimulatedMonth.pairStays(history.truth(), stays).counts();
  }

  private boolean isLeft(int row, Dice dice) {
    return switch (this) {
      case NOTHING -> true;
      case THREE_OF_TEN -> !dice.chance(0.3);
      case SIX_OF_TEN -> !dice.chance(0.6);
      case BETWEEN_HEARTBEATS -> row % FIXES_PER_HEARTBEAT == 0;
    };
  }
}
