package io.sensorium.engine.flow;

import io.sensorium.core.signals.FixTrack;
import io.sensorium.core.signals.Sighting;
import java.util.Optional;

/** Finds where a phone was seen last. */
final class Sightings {

  private Sightings() {}

  /** The newest of the fixes, if it is newer than all that were known. */
  static Optional<Sighting> newest(FixTrack fixes, long lastKnownMicros) {
    int newest = -1;
    for (int row = 0; row < fixes.size(); row++) {
      if (fixes.timeMicros(row) > lastKnownMicros
          && (newest < 0 || FixTrack.compareRows(fixes, row, fixes, newest) > 0)) {
        newest = row;
      }
    }
    return newest < 0 ? Optional.empty() : Optional.of(fixes.sighting(newest));
  }
}
