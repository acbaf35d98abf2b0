/** People's habits, as rows. */
@NullMarked
package io.sensorium.store.sql.habit;

import org.jspecify.annotations.NullMarked;
