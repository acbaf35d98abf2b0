/** What a week at home costs when each half minute uploads. */
@NullMarked
package io.sensorium.benchmarks.home;

import org.jspecify.annotations.NullMarked;
