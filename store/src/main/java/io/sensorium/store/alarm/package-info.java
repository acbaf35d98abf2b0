/** Alarms and their log; what the engine keeps of them. */
@NullMarked
package io.sensorium.store.alarm;

import org.jspecify.annotations.NullMarked;
