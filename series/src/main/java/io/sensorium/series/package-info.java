/** The series module of Sensorium: columns of numbers as bytes. */
@NullMarked
package io.sensorium.series;

import org.jspecify.annotations.NullMarked;
