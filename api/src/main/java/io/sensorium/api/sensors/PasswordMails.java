package io.sensorium.api.sensors;

import io.sensorium.core.sensing.SensorUser;
import java.time.Instant;

/** Takes mails to users who forgot their password. */
@FunctionalInterface
public interface PasswordMails {

  /**
   * Sends the token with which a new password can be set, some time after it returns.
   *
   * @param expiresAt when the token ends to hold
   */
  void send(SensorUser user, String token, Instant expiresAt);
}
