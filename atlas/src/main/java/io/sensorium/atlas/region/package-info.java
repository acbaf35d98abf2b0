/**
 * Regions of the map: imported from a file layer by layer, kept side by side, opened for serving.
 *
 * <p>See docs/operations/maps.md.
 */
@NullMarked
package io.sensorium.atlas.region;

import org.jspecify.annotations.NullMarked;
