package io.sensorium.core.correction;

import io.sensorium.core.id.CorrectionId;
import java.time.Instant;

/**
 * What a person decided of an event. It is kept by the time of the event, not by its id, so that it
 * outlives the event.
 *
 * @param seq the later given, the higher
 * @param startMicros the start of the event as it was shown
 * @param endMicros its end as it was shown; the last known instant when the event went on
 */
public record Correction(
    CorrectionId id, long seq, long startMicros, long endMicros, Instant givenAt, Claim claim) {

  public Correction {
    if (endMicros < startMicros) {
      throw new IllegalArgumentException("an event ends before it starts: " + startMicros);
    }
  }
}
