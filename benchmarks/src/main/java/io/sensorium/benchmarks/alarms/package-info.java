/** Alarms on recordings whose events are labelled, from gateway to delivered callback. */
@NullMarked
package io.sensorium.benchmarks.alarms;

import org.jspecify.annotations.NullMarked;
