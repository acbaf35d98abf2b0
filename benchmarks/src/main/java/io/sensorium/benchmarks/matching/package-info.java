/** How well and how fast tracks are matched to roads. */
@NullMarked
package io.sensorium.benchmarks.matching;

import org.jspecify.annotations.NullMarked;
