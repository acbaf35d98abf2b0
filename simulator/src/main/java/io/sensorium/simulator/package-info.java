/** The simulator module of Sensorium. */
@NullMarked
package io.sensorium.simulator;

import org.jspecify.annotations.NullMarked;
