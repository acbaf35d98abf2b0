/** Knows the map: what holds of a place on earth, whoever is there. */
@NullMarked
package io.sensorium.atlas;

import org.jspecify.annotations.NullMarked;
