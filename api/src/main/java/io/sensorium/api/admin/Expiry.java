package io.sensorium.api.admin;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads {@code expires_at}: until when a credential shall hold. */
final class Expiry {

  private Expiry() {}

  /** How long that is from now; empty when nothing is asked. */
  static Optional<Duration> asked(JsonObject body, Instant now) {
    return body.findString("expires_at")
        .map(Expiry::parse)
        .map(
            expiresAt -> {
              if (!expiresAt.isAfter(now)) {
                throw ApiError.invalidParameter("expires_at: must be in the future");
              }
              return Duration.between(now, expiresAt);
            });
  }

  private static Instant parse(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw ApiError.invalidParameter("expires_at: must be a time such as 2027-03-02T07:31:12Z");
    }
  }
}
