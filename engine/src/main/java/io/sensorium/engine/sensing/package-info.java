/** What follows from measurements: alarms, silences, and whom to tell. */
@NullMarked
package io.sensorium.engine.sensing;

import org.jspecify.annotations.NullMarked;
