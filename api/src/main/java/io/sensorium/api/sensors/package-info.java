/** The sensor API v1: users, gateways, measurements, alarms, callbacks and workflows. */
@NullMarked
package io.sensorium.api.sensors;

import org.jspecify.annotations.NullMarked;
