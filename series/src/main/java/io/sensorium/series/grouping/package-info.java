/** Dividing periods into the spans of time by which measurements are summed up. */
@NullMarked
package io.sensorium.series.grouping;

import org.jspecify.annotations.NullMarked;
