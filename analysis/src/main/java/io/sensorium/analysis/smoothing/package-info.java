/** Where somebody was and how fast, from a closed run of fixes as a whole. */
@NullMarked
package io.sensorium.analysis.smoothing;

import org.jspecify.annotations.NullMarked;
