/** Files of real recordings, as their publishers wrote them. */
@NullMarked
package io.sensorium.benchmarks.datasets;

import org.jspecify.annotations.NullMarked;
