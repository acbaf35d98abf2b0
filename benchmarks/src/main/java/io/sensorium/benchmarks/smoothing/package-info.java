/** How near smoothed positions, speeds and lengths come to the truth. */
@NullMarked
package io.sensorium.benchmarks.smoothing;

import org.jspecify.annotations.NullMarked;
