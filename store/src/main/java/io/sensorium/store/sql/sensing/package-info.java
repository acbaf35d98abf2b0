/** Users, devices and workflows of the sensor API as tables, with a cache of the devices. */
@NullMarked
package io.sensorium.store.sql.sensing;

import org.jspecify.annotations.NullMarked;
