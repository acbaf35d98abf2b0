/** Rides that are simulated over maps of real towns: what the map tells of the vehicle. */
@NullMarked
package io.sensorium.benchmarks.surroundings;

import org.jspecify.annotations.NullMarked;
