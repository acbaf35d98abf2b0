/** What phones report: fixes, motion, activity, phone states, steps. Facts, never changed. */
@NullMarked
package io.sensorium.core.signals;

import org.jspecify.annotations.NullMarked;
