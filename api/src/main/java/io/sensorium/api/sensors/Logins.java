package io.sensorium.api.sensors;

import io.sensorium.core.sensing.SensorUser;
import java.net.InetAddress;
import java.util.Optional;

/** Tells who shows an e-mail address and a password. */
@FunctionalInterface
public interface Logins {

  /**
   * The user; empty when the address is unknown or the password is another, which are not told
   * apart.
   *
   * @throws io.sensorium.api.common.ApiError RATE_LIMITED after too many failures
   */
  Optional<SensorUser> find(String email, String password, InetAddress peer);
}
