/** Files of tracks: how they are opened under limits, told apart, and given on fix by fix. */
@NullMarked
package io.sensorium.intake.files;

import org.jspecify.annotations.NullMarked;
