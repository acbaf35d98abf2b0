/**
 * Runs the flows inside the server's process: who works on whom, when, and what becomes of
 * failures.
 */
@NullMarked
package io.sensorium.engine;

import org.jspecify.annotations.NullMarked;
