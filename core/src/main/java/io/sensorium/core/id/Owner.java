package io.sensorium.core.id;

/** Whom callbacks belong to: a user of the sensor API, or an application. */
public sealed interface Owner permits SensorUserId, ApplicationId {}
