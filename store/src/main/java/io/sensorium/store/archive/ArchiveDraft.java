package io.sensorium.store.archive;

import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.Signals;

/** A user's archive as it will be once the draft is committed; reads show the additions. */
public interface ArchiveDraft extends ArchiveReader {

  UserId user();

  /** What is really new: items of the draft that the archive did not hold, in order. */
  Signals added();
}
