/** Tells land from water. */
@NullMarked
package io.sensorium.atlas.water;

import org.jspecify.annotations.NullMarked;
