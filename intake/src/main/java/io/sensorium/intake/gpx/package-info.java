/** GPX files, read as a stream. */
@NullMarked
package io.sensorium.intake.gpx;

import org.jspecify.annotations.NullMarked;
