/** What is derived of people's habits: its port. */
@NullMarked
package io.sensorium.store.habit;

import org.jspecify.annotations.NullMarked;
