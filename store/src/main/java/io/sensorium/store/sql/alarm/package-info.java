/** Alarms, their log, and where their folds stand, in tables. */
@NullMarked
package io.sensorium.store.sql.alarm;

import org.jspecify.annotations.NullMarked;
