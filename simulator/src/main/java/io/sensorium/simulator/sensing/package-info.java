/** Gateways and sensors: what they measure, what of it arrives when, and what was true. */
@NullMarked
package io.sensorium.simulator.sensing;

import org.jspecify.annotations.NullMarked;
