/** How the sensor API writes what there is: one class for each thing. */
@NullMarked
package io.sensorium.api.sensors.json;

import org.jspecify.annotations.NullMarked;
