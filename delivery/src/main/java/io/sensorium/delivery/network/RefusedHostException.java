package io.sensorium.delivery.network;

import java.io.IOException;

/** A host that must not be connected to; the message says why. */
public final class RefusedHostException extends IOException {

  private static final long serialVersionUID = 1;

  public RefusedHostException(String message) {
    super(message);
  }
}
