package io.sensorium.core.sensing;

/** What a user of the sensor API may do beyond reading and naming what is theirs. */
public enum Privilege {
  /** Act on behalf of a user below in the hierarchy. */
  IMPERSONATE,
  /** Change the interval of a sensor. */
  SET_INTERVAL,
  /** Create users below themselves; granted by default. */
  CREATE_USERS
}
