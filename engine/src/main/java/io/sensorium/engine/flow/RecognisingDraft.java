package io.sensorium.engine.flow;

import io.sensorium.core.id.UserId;
import io.sensorium.core.signals.Signals;
import io.sensorium.store.archive.ArchiveDraft;

/** A draft as events are derived from it. */
final class RecognisingDraft extends RecognisingReader implements ArchiveDraft {

  private final ArchiveDraft draft;

  RecognisingDraft(ArchiveDraft draft) {
    super(draft);
    this.draft = draft;
  }

  @Override
  public UserId user() {
    return draft.user();
  }

  @Override
  public Signals added() {
    return draft.added();
  }
}
