/** How bodies and vehicles move along a way: speed from second to second. */
@NullMarked
package io.sensorium.simulator.movement;

import org.jspecify.annotations.NullMarked;
