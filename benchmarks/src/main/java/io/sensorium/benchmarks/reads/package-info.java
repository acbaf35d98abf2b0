/** Reads of the mobility API by many people at once, beside a server of static files. */
@NullMarked
package io.sensorium.benchmarks.reads;

import org.jspecify.annotations.NullMarked;
