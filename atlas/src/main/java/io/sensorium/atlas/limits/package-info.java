/**
 * Speed limits of roads: as signs say, and where none is mapped as the country's law has it.
 *
 * <p>See docs/algorithms/speed-limits.md.
 */
@NullMarked
package io.sensorium.atlas.limits;

import org.jspecify.annotations.NullMarked;
