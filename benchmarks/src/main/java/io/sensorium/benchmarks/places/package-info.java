/** Addresses and places on real maps: are they right, and how fast. */
@NullMarked
package io.sensorium.benchmarks.places;

import org.jspecify.annotations.NullMarked;
