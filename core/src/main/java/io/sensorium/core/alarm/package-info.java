/** Alarms: what their owners set, what became of them, and the log that is kept. */
@NullMarked
package io.sensorium.core.alarm;

import org.jspecify.annotations.NullMarked;
