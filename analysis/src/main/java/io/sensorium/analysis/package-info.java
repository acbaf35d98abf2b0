/** The analysis module of Sensorium. */
@NullMarked
package io.sensorium.analysis;

import org.jspecify.annotations.NullMarked;
