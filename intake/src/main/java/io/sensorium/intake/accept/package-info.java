/** The one way in: decoded batches checked for room, named, stored and answered. */
@NullMarked
package io.sensorium.intake.accept;

import org.jspecify.annotations.NullMarked;
