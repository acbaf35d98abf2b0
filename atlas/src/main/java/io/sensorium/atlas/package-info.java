/** The atlas module of Sensorium. */
@NullMarked
package io.sensorium.atlas;

import org.jspecify.annotations.NullMarked;
