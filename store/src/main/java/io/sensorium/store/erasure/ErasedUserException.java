package io.sensorium.store.erasure;

import io.sensorium.store.StoreException;

/** Something was to be stored for a user who was erased, or is being erased. It was not. */
public final class ErasedUserException extends StoreException {

  private static final long serialVersionUID = 1;

  /** Names nobody: the message may be logged. */
  public ErasedUserException() {
    super("the user was erased");
  }
}
