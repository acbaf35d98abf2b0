/**
 * Finds the way through a network that a track of fixes went.
 *
 * <p>See docs/algorithms/map-matching.md.
 */
@NullMarked
package io.sensorium.atlas.matching;

import org.jspecify.annotations.NullMarked;
