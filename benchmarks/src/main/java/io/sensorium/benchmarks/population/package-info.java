/** Servers that hold the lives of many people. */
@NullMarked
package io.sensorium.benchmarks.population;

import org.jspecify.annotations.NullMarked;
