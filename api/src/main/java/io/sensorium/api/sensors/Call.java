package io.sensorium.api.sensors;

import io.sensorium.api.common.ApiError;
import io.sensorium.api.common.Request;
import io.sensorium.api.sensors.parameter.Ids;
import io.sensorium.api.sensors.parameter.Parameters;
import io.sensorium.core.id.SensorUserId;
import io.sensorium.core.sensing.SensorUser;
import java.time.Instant;

/**
 * One call of a method.
 *
 * @param actor who shows the credentials
 * @param subject on whose behalf it is done: the actor, or whom the actor impersonates
 */
record Call(
    SensorUser actor, SensorUser subject, Parameters parameters, Request request, Instant now) {

  /** Whose things are read and changed. */
  SensorUserId owner() {
    return subject.id();
  }

  boolean isImpersonated() {
    return !actor.id().equals(subject.id());
  }

  /**
   * The id in the path.
   *
   * @throws ApiError NOT_FOUND when it cannot be one
   */
  long pathId(String name) {
    return Ids.parse(request.pathParameter(name)).orElseThrow(ApiError::notFound);
  }
}
