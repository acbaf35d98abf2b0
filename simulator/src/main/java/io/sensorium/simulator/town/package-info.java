/** A simulated town: streets, lines, places, and the ways between them. */
@NullMarked
package io.sensorium.simulator.town;

import org.jspecify.annotations.NullMarked;
