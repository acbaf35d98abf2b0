package io.sensorium.api.auth;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.RateLimiter;
import io.sensorium.api.common.Request;
import io.sensorium.core.identity.Secret;
import io.sensorium.core.sensing.Gateway;
import io.sensorium.store.sensing.Devices;
import java.util.Optional;

/**
 * Finds out which gateway calls, by its token. The store answers from memory, and a token that was
 * replaced does not hold from the moment that is answered.
 */
public final class GatewayAuthentication {

  private static final int MAX_TOKEN_LENGTH = 512;

  private final Devices devices;
  private final CallerLimits requests;
  private final RateLimiter failedLogins;

  /**
   * @param requests limits each gateway, and all of one owner
   * @param failedLogins limits each address that shows tokens that do not hold
   */
  public GatewayAuthentication(Devices devices, CallerLimits requests, RateLimiter failedLogins) {
    this.devices = devices;
    this.requests = requests;
    this.failedLogins = failedLogins;
  }

  /** The gateway whose token is shown as {@code Authorization: Bearer}. */
  public Gateway login(Request request) {
    return login(request, request.bearerToken());
  }

  /**
   * The gateway that the token belongs to.
   *
   * @throws ApiError UNAUTHORIZED when there is none, RATE_LIMITED when it is shown too often
   */
  public Gateway login(Request request, Optional<String> token) {
    var gateway =
        token
            .filter(text -> text.length() <= MAX_TOKEN_LENGTH)
            .flatMap(text -> devices.findGatewayByToken(Secret.sha256(text)));
    if (gateway.isEmpty()) {
      failedLogins.check(request.peer().getHostAddress());
      throw ApiError.unauthorized();
    }
    var owner = gateway.get().owner();
    if (owner == null) {
      requests.check(request, "gateway:" + gateway.get().id());
    } else {
      requests.check(request, "gateway:" + gateway.get().id(), "sensor-user:" + owner);
    }
    return gateway.get();
  }
}
