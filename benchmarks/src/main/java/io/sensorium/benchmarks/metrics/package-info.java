/** How well a timeline agrees with a truth: pure figures. */
@NullMarked
package io.sensorium.benchmarks.metrics;

import org.jspecify.annotations.NullMarked;
