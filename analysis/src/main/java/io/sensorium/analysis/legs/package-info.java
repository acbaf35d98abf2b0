/** Splits a closed trip into legs and tells how each of them was travelled. */
@NullMarked
package io.sensorium.analysis.legs;

import org.jspecify.annotations.NullMarked;
