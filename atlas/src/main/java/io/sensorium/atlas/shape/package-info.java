/** Draws points, lines and outlines out of the elements of a map's file. */
@NullMarked
package io.sensorium.atlas.shape;

import org.jspecify.annotations.NullMarked;
