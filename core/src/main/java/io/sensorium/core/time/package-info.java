/** Instants as integer microseconds, ranges of them, and the local dates that people ask by. */
@NullMarked
package io.sensorium.core.time;

import org.jspecify.annotations.NullMarked;
