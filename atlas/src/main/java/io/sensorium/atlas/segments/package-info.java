/** Finds the lines near a position in a file that is mapped to memory. */
@NullMarked
package io.sensorium.atlas.segments;

import org.jspecify.annotations.NullMarked;
