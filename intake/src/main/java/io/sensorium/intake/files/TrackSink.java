package io.sensorium.intake.files;

import io.sensorium.intake.fix.FixDraft;

/** Takes the points of a file; each point comes by one of the two calls. */
public interface TrackSink {

  /** A point that could be read; it is used again after the call. What it lacks is not checked. */
  void point(FixDraft draft);

  /** A point that could not be read, and why. */
  void unreadable(String reason);
}
