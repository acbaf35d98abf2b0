/** Accuracy on MobilityNet: eight phones carried together, with a truth pressed live. */
@NullMarked
package io.sensorium.benchmarks.mobilitynet;

import org.jspecify.annotations.NullMarked;
