/** Users, gateways, sensors and data sources of the sensor API, and workflows. */
@NullMarked
package io.sensorium.store.sensing;

import org.jspecify.annotations.NullMarked;
