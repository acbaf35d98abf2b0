/** GeoJSON files, read as a stream. */
@NullMarked
package io.sensorium.intake.geojson;

import org.jspecify.annotations.NullMarked;
