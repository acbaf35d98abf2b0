/** Chance by seed: the same seed draws the same world on every machine. */
@NullMarked
package io.sensorium.simulator.random;

import org.jspecify.annotations.NullMarked;
