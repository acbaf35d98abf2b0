/** Measurements in, and answers out, side by side with other servers. */
@NullMarked
package io.sensorium.benchmarks.sensors;

import org.jspecify.annotations.NullMarked;
