/** How fast the pure parts are in memory. */
@NullMarked
package io.sensorium.benchmarks.fold;

import org.jspecify.annotations.NullMarked;
