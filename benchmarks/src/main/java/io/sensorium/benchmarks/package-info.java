/** The benchmarks module of Sensorium. */
@NullMarked
package io.sensorium.benchmarks;

import org.jspecify.annotations.NullMarked;
