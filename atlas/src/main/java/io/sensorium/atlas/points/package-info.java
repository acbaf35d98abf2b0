/** Finds the points near a position in a file that is mapped to memory. */
@NullMarked
package io.sensorium.atlas.points;

import org.jspecify.annotations.NullMarked;
