/**
 * Finds the areas that hold a point, exact to their borders, in a file that is mapped to memory.
 */
@NullMarked
package io.sensorium.atlas.area;

import org.jspecify.annotations.NullMarked;
