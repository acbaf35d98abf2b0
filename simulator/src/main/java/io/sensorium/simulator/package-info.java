/**
 * Simulated people with known truth: their histories, towns full of them, and one who drives live.
 */
@NullMarked
package io.sensorium.simulator;

import org.jspecify.annotations.NullMarked;
