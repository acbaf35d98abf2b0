/** Benches by name, and their results as Markdown tables. */
@NullMarked
package io.sensorium.benchmarks.report;

import org.jspecify.annotations.NullMarked;
