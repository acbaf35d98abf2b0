/** Whole files taken into a user's history, batch by batch. */
@NullMarked
package io.sensorium.intake.imports;

import org.jspecify.annotations.NullMarked;
