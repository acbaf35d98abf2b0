package io.sensorium.api.auth;

import io.sensorium.api.common.RateLimiter;
import io.sensorium.api.common.Request;

/**
 * How often each credential may ask, and how often all credentials of one user together: of a
 * person, an application, or the owner of gateways.
 */
public final class CallerLimits {

  private final RateLimiter ofCredential;
  private final RateLimiter ofUser;

  public CallerLimits(RateLimiter ofCredential, RateLimiter ofUser) {
    this.ofCredential = ofCredential;
    this.ofUser = ofUser;
  }

  /**
   * Counts a request.
   *
   * @param credential names what was shown, without its secret
   * @param user names whom it belongs to
   * @throws io.sensorium.api.common.ApiError RATE_LIMITED when one of them asks too often
   */
  void check(Request request, String credential, String user) {
    ofCredential.check(credential, request);
    ofUser.check(user, request);
  }

  /** The same, for a credential that belongs to nobody. */
  void check(Request request, String credential) {
    ofCredential.check(credential, request);
  }
}
