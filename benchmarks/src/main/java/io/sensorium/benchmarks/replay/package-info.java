/** Derives a timeline within this process, by the code that the server does it with. */
@NullMarked
package io.sensorium.benchmarks.replay;

import org.jspecify.annotations.NullMarked;
