package io.sensorium.api.people;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.JsonObject;
import io.sensorium.core.identity.AuthenticationCode;

/** Reads {@code external_id}: the application's own name of a person. */
final class ExternalId {

  private ExternalId() {}

  /** 1 to 256 characters of Unicode, not all of them blank; compared as they are. */
  static String of(JsonObject body) {
    var externalId = body.getString("external_id");
    if (externalId.length() > AuthenticationCode.MAX_EXTERNAL_ID_LENGTH) {
      throw ApiError.invalidParameter(
          "external_id must have at most "
              + AuthenticationCode.MAX_EXTERNAL_ID_LENGTH
              + " characters");
    }
    return externalId;
  }
}
