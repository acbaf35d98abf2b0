/** The places of a map that somebody may have been at, and how likely that is. */
@NullMarked
package io.sensorium.atlas.places;

import org.jspecify.annotations.NullMarked;
