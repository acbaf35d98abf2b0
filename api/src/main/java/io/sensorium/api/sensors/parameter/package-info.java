/** What a request of the sensor API asks for, read from its query and body. */
@NullMarked
package io.sensorium.api.sensors.parameter;

import org.jspecify.annotations.NullMarked;
