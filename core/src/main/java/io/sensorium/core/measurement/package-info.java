/** Measurements of data sources, as values. */
@NullMarked
package io.sensorium.core.measurement;

import org.jspecify.annotations.NullMarked;
