/** Learns the models of modes from labelled trips, and measures them on trips held out. */
@NullMarked
package io.sensorium.benchmarks.modes;

import org.jspecify.annotations.NullMarked;
