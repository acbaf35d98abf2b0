/** A simulated month from the first byte to the last event. */
@NullMarked
package io.sensorium.benchmarks.month;

import org.jspecify.annotations.NullMarked;
