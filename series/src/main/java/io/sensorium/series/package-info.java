/** Columns of numbers as bytes: compact, lossless, with a checksum. */
@NullMarked
package io.sensorium.series;

import org.jspecify.annotations.NullMarked;
