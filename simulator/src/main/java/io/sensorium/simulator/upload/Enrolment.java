package io.sensorium.simulator.upload;

/**
 * What the server gave a new install.
 *
 * @param token opens the API until it expires
 * @param refreshSecret draws new tokens
 */
public record Enrolment(String userId, String installId, String token, String refreshSecret) {

  Enrolment refreshed(String newToken, String newRefreshSecret) {
    return new Enrolment(userId, installId, newToken, newRefreshSecret);
  }

  /** Keeps secrets out of logs. */
  @Override
  public String toString() {
    return "Enrolment[user " + userId + ", install " + installId + "]";
  }
}
