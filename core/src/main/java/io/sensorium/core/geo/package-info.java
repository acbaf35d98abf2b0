/** Positions on the earth, lengths between them, and the polyline form in which they are served. */
@NullMarked
package io.sensorium.core.geo;

import org.jspecify.annotations.NullMarked;
