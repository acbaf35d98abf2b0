package io.sensorium.api.sensors;

/** A method of the sensor API, for callers who are known. */
@FunctionalInterface
interface SensorMethod {

  /**
   * What the method says to a call.
   *
   * @throws io.sensorium.api.common.ApiError for every answer that is an error
   */
  Answer answer(Call call);
}
