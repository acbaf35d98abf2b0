/** Tells what is around a position: water, tracks, lines of buses, crossings, airports. */
@NullMarked
package io.sensorium.atlas.surroundings;

import org.jspecify.annotations.NullMarked;
