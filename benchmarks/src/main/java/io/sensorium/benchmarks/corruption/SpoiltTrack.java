package io.sensorium.benchmarks.corruption;

import io.sensorium.core.signals.FixTrack;
import java.util.List;

/**
 * Fixes of which some are wrong, and which those are.
 *
 * @param arrival all fixes in the order in which they arrive
 * @param good those that are as the phone measured them, in order of time
 */
record SpoiltTrack(FixTrack arrival, FixTrack good, List<Spike> spikes) {

  SpoiltTrack {
    spikes = List.copyOf(spikes);
  }
}
