/** What a map tells of a position: its address, and the places that somebody may be at. */
@NullMarked
package io.sensorium.core.place;

import org.jspecify.annotations.NullMarked;
