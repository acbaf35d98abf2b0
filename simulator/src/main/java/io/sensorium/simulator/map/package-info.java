/** Draws a simulated town as a map, as mappers of OpenStreetMap would. */
@NullMarked
package io.sensorium.simulator.map;

import org.jspecify.annotations.NullMarked;
