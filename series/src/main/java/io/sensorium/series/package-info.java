/** The series module of Sensorium. */
@NullMarked
package io.sensorium.series;

import org.jspecify.annotations.NullMarked;
