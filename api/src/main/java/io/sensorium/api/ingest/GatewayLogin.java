package io.sensorium.api.ingest;

import io.sensorium.api.common.Request;
import io.sensorium.core.sensing.Gateway;
import java.util.Optional;

/** Finds out which gateway sends a request. */
@FunctionalInterface
public interface GatewayLogin {

  /**
   * The gateway that the token belongs to.
   *
   * @throws io.sensorium.api.common.ApiError when there is no token, it does not hold, or it is
   *     shown too often
   */
  Gateway login(Request request, Optional<String> token);
}
