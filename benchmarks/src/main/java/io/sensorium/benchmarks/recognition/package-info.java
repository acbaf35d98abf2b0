/** How well simulated days are understood with steps and motion, and without. */
@NullMarked
package io.sensorium.benchmarks.recognition;

import org.jspecify.annotations.NullMarked;
