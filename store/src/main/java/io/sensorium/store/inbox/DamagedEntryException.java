package io.sensorium.store.inbox;

import io.sensorium.store.StoreException;

/** An entry whose bytes are not what was written. */
public final class DamagedEntryException extends StoreException {

  private static final long serialVersionUID = 1;

  private final long position;

  public DamagedEntryException(long position) {
    super("inbox entry " + position + " is damaged: its checksum does not hold");
    this.position = position;
  }

  public long position() {
    return position;
  }
}
