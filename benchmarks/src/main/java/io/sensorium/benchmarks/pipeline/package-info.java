/** A real server as a child process, and the calls that drive and watch it. */
@NullMarked
package io.sensorium.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
