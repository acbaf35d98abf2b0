/** Reads OpenStreetMap's files, element by element. See docs/decisions/0007-map.md. */
@NullMarked
package io.sensorium.atlas.osm;

import org.jspecify.annotations.NullMarked;
