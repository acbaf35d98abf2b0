/** JSON read as a stream, under limits, with errors that name line and column. */
@NullMarked
package io.sensorium.intake.json;

import org.jspecify.annotations.NullMarked;
