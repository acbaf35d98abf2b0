/** Learns models of boosted decision trees. */
@NullMarked
package io.sensorium.benchmarks.trees;

import org.jspecify.annotations.NullMarked;
