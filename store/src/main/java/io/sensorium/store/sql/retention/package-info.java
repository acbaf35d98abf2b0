/** Retention as SQL. */
@NullMarked
package io.sensorium.store.sql.retention;

import org.jspecify.annotations.NullMarked;
