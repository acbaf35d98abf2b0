/**
 * The network of roads, rails and ferry ways as a compact graph in files that are mapped into
 * memory.
 *
 * <p>See docs/algorithms/map-matching.md.
 */
@NullMarked
package io.sensorium.atlas.roads;

import org.jspecify.annotations.NullMarked;
