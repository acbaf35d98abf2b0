/**
 * Trips of every mode along random ways, as phones of every kind record them: many short samples of
 * how modes differ, where the rest of the simulator lives whole days in one town.
 */
@NullMarked
package io.sensorium.simulator.rides;

import org.jspecify.annotations.NullMarked;
