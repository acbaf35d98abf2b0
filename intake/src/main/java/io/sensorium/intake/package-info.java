/** The intake module of Sensorium. */
@NullMarked
package io.sensorium.intake;

import org.jspecify.annotations.NullMarked;
