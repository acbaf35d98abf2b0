/** Prometheus remote write, version 1. */
@NullMarked
package io.sensorium.intake.prometheus;

import org.jspecify.annotations.NullMarked;
