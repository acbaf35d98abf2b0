/** Tells the time zone of a place, exact to the borders. */
@NullMarked
package io.sensorium.atlas.timezone;

import org.jspecify.annotations.NullMarked;
