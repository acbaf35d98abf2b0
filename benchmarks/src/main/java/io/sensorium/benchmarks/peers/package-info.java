/** Servers that a bench runs side by side on one load: ours, and other people's. */
@NullMarked
package io.sensorium.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
